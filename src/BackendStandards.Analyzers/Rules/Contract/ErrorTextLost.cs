using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2091: a failure says something, and the envelope around it, which cannot know where that text came from, sends another.</summary>
internal sealed class ErrorTextLost() : EndpointRule(RuleCatalog.ErrorTextLost)
{
    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || !ResponseFormat.IsAsked(context) || !ResponseFormat.IsCovered(endpoint, cancellation)) return;
        var isWrapped = ResponseFormat.IsWrapped(this, endpoint, context);
        if (isWrapped == Answer.Unknown) return;
        foreach (var reference in endpoint.Handler!.DeclaringSyntaxReferences)
        {
            if (!context.IsHere(reference.SyntaxTree)) continue;
            var function = reference.GetSyntax(cancellation);
            if (context.Model.Code.BodyAround(function, cancellation) is not { } body) continue;
            foreach (var returned in ReturnedResult.ReturnedBy(function))
            {
                if (ReturnedResult.Read(returned, body.At(returned)) is not { } result) continue;
                var said = ErrorOutsideEnvelope.IsProblem(result) ? TextOf(body.At(returned)) : ErrorOutsideEnvelope.CodeOf(result, body.At) is not null && result.Value is { } value ? body.At(value.Expression) : null;
                if (said is null || !IsLost(ErrorOutsideEnvelope.IsProblem(result) ? said.Type : result.ValueType) || IsOfException(said)) continue;
                // Problem results become the format wherever it is registered.
                if (isWrapped != Answer.Yes && !(ErrorOutsideEnvelope.IsProblem(result) && !result.InController && IsRegistered(context))) continue;
                context.Report(this, result.Call, ImmutableDictionary<string, string?>.Empty, result.Method.Name, result.InController ? "ApiResponse.Fail(code, message)" : "ApiResults.NotFound(…), ApiResults.Fail(…) or their like");
            }
        }
    }

    private static IOperation? TextOf(IOperation? problem) =>
        problem is IInvocationOperation call && call.Arguments.FirstOrDefault(static argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "detail" or "title" }) is { Value: { ConstantValue: not { HasValue: true, Value: null } } text } ? text : null;

    // Validation errors are kept as details; what is only known at run time may be in the format.
    private static bool IsLost(ITypeSymbol? type) =>
        type is not (null or IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object })
        && !ResponseFormat.IsInFormat(type) && !Symbols.Derives(type, "ProblemDetails") && type.Name is not ("SerializableError" or "ModelStateDictionary");

    // That it is lost is what the envelope is for.
    private static bool IsOfException(IOperation said) => said.DescendantsAndSelf().Any(static part => part.Type is { } type && Symbols.Derives(type, "Exception"));

    private bool IsRegistered(EndpointContext context) => context.RememberForAll(this, nameof(IsRegistered), () => context.Model.Code.WrittenTreesWith("AddApiEnvelope", context.Cancellation).Any());
}
