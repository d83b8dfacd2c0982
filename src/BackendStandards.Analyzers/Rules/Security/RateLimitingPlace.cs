namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Where callers are limited: a value of <c>backend_standards.rate_limiting</c>.</summary>
internal enum RateLimitingPlace
{
    /// <summary>In the application.</summary>
    Application,

    /// <summary>In front of it, by a gateway.</summary>
    External,
}
