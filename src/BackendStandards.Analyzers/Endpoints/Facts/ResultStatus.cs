using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>The status codes that the framework's results stand for, by the names of their factories and types.</summary>
internal static class ResultStatus
{
    private static readonly ImmutableDictionary<string, int> ByName = new Dictionary<string, int>
    {
        ["Ok"] = 200,
        ["Json"] = 200,
        ["Text"] = 200,
        ["Content"] = 200,
        ["Bytes"] = 200,
        ["File"] = 200,
        ["PhysicalFile"] = 200,
        ["VirtualFile"] = 200,
        ["Stream"] = 200,
        ["FileContent"] = 200,
        ["FileStream"] = 200,
        ["PushStream"] = 200,
        ["Utf8Content"] = 200,
        ["ServerSentEvents"] = 200,
        ["Empty"] = 200,
        ["View"] = 200,
        ["PartialView"] = 200,
        ["Page"] = 200,
        ["Object"] = 200,
        ["Created"] = 201,
        ["CreatedAtRoute"] = 201,
        ["CreatedAtAction"] = 201,
        ["Accepted"] = 202,
        ["AcceptedAtRoute"] = 202,
        ["AcceptedAtAction"] = 202,
        ["NoContent"] = 204,
        ["RedirectPermanent"] = 301,
        ["LocalRedirectPermanent"] = 301,
        ["RedirectToActionPermanent"] = 301,
        ["RedirectToRoutePermanent"] = 301,
        ["Redirect"] = 302,
        ["LocalRedirect"] = 302,
        ["RedirectToAction"] = 302,
        ["RedirectToRoute"] = 302,
        ["RedirectToPage"] = 302,
        ["RedirectPreserveMethod"] = 307,
        ["LocalRedirectPreserveMethod"] = 307,
        ["RedirectPermanentPreserveMethod"] = 308,
        ["LocalRedirectPermanentPreserveMethod"] = 308,
        ["BadRequest"] = 400,
        ["ValidationProblem"] = 400,
        ["Unauthorized"] = 401,
        ["Challenge"] = 401,
        ["Forbid"] = 403,
        ["NotFound"] = 404,
        ["Conflict"] = 409,
        ["UnprocessableEntity"] = 422,
        ["InternalServerError"] = 500,
        ["Problem"] = 500,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Whether a value is written as a response by itself, not serialised.</summary>
    public static bool IsResult(ITypeSymbol? type) => Symbols.Implements(type, "IResult") || Symbols.Implements(type, "IActionResult") || Symbols.Implements(type, "IConvertToActionResult");

    /// <summary>The status of what a factory makes, where no argument says otherwise; null for one that is not known.</summary>
    public static int? OfFactory(string name) => ByName.TryGetValue(name, out var status) ? status : null;

    /// <summary>The status of a result type, null where its instances differ.</summary>
    public static int? OfType(ITypeSymbol type)
    {
        if (!AspNet.IsKnown(type) || type.Name is "ProblemHttpResult" or "StatusCodeResult" or "StatusCodeHttpResult" or "ObjectResult" or "JsonResult" or "ContentResult" or "RedirectHttpResult") return null;
        foreach (var suffix in new[] { "ObjectResult", "HttpResult", "Result", "" })
            if (type.Name.EndsWith(suffix, StringComparison.Ordinal) && ByName.TryGetValue(type.Name.Substring(0, type.Name.Length - suffix.Length), out var status))
                return status;
        return null;
    }

    /// <summary>The types that a union of results stands for; the type itself where it is none.</summary>
    public static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Results", TypeArguments: { IsEmpty: false } parts } && AspNet.IsKnown(type) ? parts.SelectMany(Parts) : [type];

    /// <summary>The value that comes out of a task.</summary>
    public static ITypeSymbol? Awaited(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" } task && AspNet.IsKnown(task)
        ? task.TypeArguments.FirstOrDefault() : type is { SpecialType: SpecialType.System_Void } ? null : type;
}
