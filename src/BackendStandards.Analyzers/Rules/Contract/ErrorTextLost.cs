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
        foreach (var (returned, _, body) in ReturnedResult.ReturnedBy(endpoint, context))
        {
            if (ReturnedResult.Read(returned, body.At(returned)) is not { } result || !SaysWhatIsLost(result, body)) continue;
            // Problem results become the format wherever it is registered.
            if (isWrapped != Answer.Yes && !(result is { IsProblem: true, InController: false } && IsRegistered(context))) continue;
            context.Report(this, result.Call, ImmutableDictionary<string, string?>.Empty, result.Method.Name, result.InController ? "ApiResponse.Fail(code, message)" : "ApiResults.NotFound(…), ApiResults.Fail(…) or their like");
        }
    }

    private static bool SaysWhatIsLost(ReturnedResult result, MemberBody body)
    {
        if (result.IsProblem) return TextOf(body.At(result.Call)) is { } text && IsLost(text.Type) && !IsOfException(text);
        return result.Value is { } value && ErrorOutsideEnvelope.CodeOf(result, body.At) is not null && IsLost(result.ValueType) && body.At(value.Expression) is { } said && !IsOfException(said);
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
