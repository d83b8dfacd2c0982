using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>The status codes that are registered for HTTP or that ASP.NET Core has a name for, and the results that stand for some of them.</summary>
internal static class StatusNames
{
    private static readonly ImmutableHashSet<int> Further = ImmutableHashSet.Create(226, 307, 308, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 499, 510, 511);

    /// <summary>Whether a code between 100 and 599 has an agreed meaning.</summary>
    public static bool IsRegistered(int code) => code is (>= 100 and <= 103) or (>= 200 and <= 208) or (>= 300 and <= 305) or (>= 400 and <= 419) or (>= 500 and <= 508) || Further.Contains(code);

    /// <summary>The method of a controller, and of <c>Results</c>, that answers with a code; null where none does without saying more.</summary>
    public static string? FactoryOf(int code, bool hasValue) => code switch
    {
        200 => "Ok",
        204 => hasValue ? null : "NoContent",
        400 => "BadRequest",
        401 => "Unauthorized",
        404 => "NotFound",
        409 => "Conflict",
        422 => "UnprocessableEntity",
        _ => null,
    };
}
