using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2003: a failure with a body that is not in the error format, in a project that has the envelope.</summary>
internal sealed class ErrorOutsideEnvelope() : EndpointRule(RuleCatalog.ErrorOutsideEnvelope)
{
    private static readonly ImmutableDictionary<string, string> Codes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BadRequest"] = "ValidationError",
        ["UnprocessableEntity"] = "ValidationError",
        ["Unauthorized"] = "Unauthorized",
        ["NotFound"] = "NotFound",
        ["Conflict"] = "Conflict",
        ["InternalServerError"] = "InternalError",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableDictionary<int, string> CodesOfStatus = new Dictionary<int, string>
    {
        [400] = "ValidationError",
        [401] = "Unauthorized",
        [403] = "Forbidden",
        [404] = "NotFound",
        [409] = "Conflict",
        [410] = "Gone",
        [412] = "PreconditionFailed",
        [413] = "PayloadTooLarge",
        [415] = "UnsupportedMediaType",
        [422] = "ValidationError",
        [429] = "RateLimited",
        [500] = "InternalError",
        [503] = "ServiceUnavailable",
        [504] = "GatewayTimeout",
    }.ToImmutableDictionary();

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (!ResponseFormat.IsMissing(this, endpoint, context)) return;
        foreach (var (returned, _, body) in ReturnedResult.ReturnedBy(endpoint, context))
        {
            if (ReturnedResult.Read(returned, body.At(returned)) is not { } result || !IsOutside(result, body.At)) continue;
            context.Report(this, result.Call, ImmutableDictionary<string, string?>.Empty, result.Method.Name, result.InController
                ? $"write {(result.IsProblem ? "StatusCode" : result.Method.Name)}(…ApiResponse.Fail(code, message))"
                : "write ApiResults.NotFound(…), ApiResults.Fail(…) or their like");
        }
    }

    /// <summary>The constant of <c>ErrorCodes</c> that fits a call; null where it is no failure, or not known to be one.</summary>
    public static string? CodeOf(ReturnedResult result, Func<SyntaxNode, IOperation?> operationOf)
    {
        if (Codes.TryGetValue(result.Method.Name, out var code)) return code;
        if (result.Method.Name != "StatusCode" || !result.InController || result.Call.ArgumentList.Arguments is not { Count: 2 } arguments
            || operationOf(arguments[0].Expression)?.ConstantValue is not { HasValue: true, Value: int number and >= 400 and < 600 }) return null;
        return CodeOf(number);
    }

    /// <summary>The constant of <c>ErrorCodes</c> for a status code.</summary>
    public static string CodeOf(int status) => CodesOfStatus.TryGetValue(status, out var known) ? known : status >= 500 ? "InternalError" : "ClientError";

    private static bool IsOutside(ReturnedResult result, Func<SyntaxNode, IOperation?> operationOf) =>
        result.IsProblem ? result.InController : result.Value is not null && CodeOf(result, operationOf) is not null && IsOutside(result.ValueType);

    private static bool IsOutside(ITypeSymbol? type) => type switch
    {
        null or IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object } => false,
        _ => !ResponseFormat.IsInFormat(type) && !ResponseFormat.IsOwnFormat(type),
    };
}
