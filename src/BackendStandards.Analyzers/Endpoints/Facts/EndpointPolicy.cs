using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// A policy of an endpoint: rate limiting, CORS, caching. <paramref name="Name"/> is null where it has none or where that is not seen; <paramref name="From"/> is
/// the place that decides, null where there is none.
/// </summary>
internal sealed record EndpointPolicy(PolicyState State, string? Name, SyntaxNode? From);
