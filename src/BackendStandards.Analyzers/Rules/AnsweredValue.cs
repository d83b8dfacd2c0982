using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules;

/// <summary>A value that a handler answers a success with, out of the results and envelopes around it.</summary>
internal sealed record AnsweredValue(IOperation Value, ExpressionSyntax Syntax, bool InEnvelope)
{
    private static readonly HashSet<string> Factories = new(StringComparer.Ordinal)
        { "Ok", "Json", "Created", "CreatedAtAction", "CreatedAtRoute", "Accepted", "AcceptedAtAction", "AcceptedAtRoute" };

    /// <summary>Those that a handler returns itself, if it is written in the document.</summary>
    public static IEnumerable<AnsweredValue> Of(Endpoint endpoint, EndpointContext context) => Of(endpoint, context.Model.Code, context.IsHere, context.Cancellation);

    /// <summary>The same, for a document that <paramref name="isHere"/> knows.</summary>
    public static IEnumerable<AnsweredValue> Of(Endpoint endpoint, CodeBase code, Func<SyntaxTree, bool> isHere, CancellationToken cancellation)
    {
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler) yield break;
        foreach (var (returned, _, body) in ReturnedResult.ReturnedBy(handler, code, isHere, cancellation))
            if (body.At(returned) is { } operation && Read(Values.Unwrap(operation), inEnvelope: false) is { } answered)
                yield return answered;
    }

    private static AnsweredValue? Read(IOperation value, bool inEnvelope)
    {
        switch (value)
        {
            case IInvocationOperation call when IsFactory(call.TargetMethod):
                var inner = AspNet.Argument(call, "value") ?? AspNet.Argument(call, "data");
                return inner is null ? null : Read(Values.Unwrap(inner), inEnvelope || ResponseFormat.IsInFormat(call.TargetMethod.ContainingType));
            case IObjectCreationOperation { Type.Name: "OkObjectResult" or "JsonResult" or "ObjectResult" } creation when creation.Arguments.Length > 0:
                return Read(Values.Unwrap(creation.Arguments[0].Value), inEnvelope);
            default:
                var type = ResultStatus.Awaited(value.Type);
                return type is null or IErrorTypeSymbol || ResultStatus.IsResult(type) || value.Syntax is not ExpressionSyntax syntax ? null : new(value, syntax, inEnvelope);
        }
    }

    private static bool IsFactory(IMethodSymbol method) => Factories.Contains(method.Name) && (ResponseFormat.IsInFormat(method.ContainingType)
        || (method.ContainingType.Name is "Results" or "TypedResults" or "ControllerBase" or "Controller" && AspNet.IsKnown(method)));
}
