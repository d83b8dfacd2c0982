namespace BackendStandards.Analyzers.Endpoints;

/// <summary>How an endpoint is declared.</summary>
internal enum EndpointKind
{
    /// <summary>A <c>Map…</c> call with a handler.</summary>
    Minimal,

    /// <summary>A <c>MapFallback</c> call: what answers where nothing else does.</summary>
    Fallback,

    /// <summary>What a library answers, as health checks and the OpenAPI document.</summary>
    Library,

    /// <summary>An action of a controller.</summary>
    Controller,
}
