namespace BackendStandards.Analyzers.Endpoints;

/// <summary>How an endpoint is declared.</summary>
internal enum EndpointKind
{
    /// <summary>A <c>Map…</c> call with a handler.</summary>
    Minimal,

    /// <summary>A <c>MapFallback</c> call, or one like <c>MapFallbackToFile</c>: what answers where nothing else does.</summary>
    Fallback,

    /// <summary>What a library answers, as health checks, the OpenAPI document or a proxy: one for each call, with routes and verbs unknown where they are the library's.</summary>
    Library,

    /// <summary>An action of a controller.</summary>
    Controller,

    /// <summary>A SignalR hub; its methods are entry points of their own.</summary>
    Hub,

    /// <summary>A method of a gRPC service.</summary>
    Grpc,

    /// <summary>The one endpoint of a GraphQL server; its fields are entry points of their own.</summary>
    GraphQL,

    /// <summary>A class of FastEndpoints.</summary>
    FastEndpoint,
}
