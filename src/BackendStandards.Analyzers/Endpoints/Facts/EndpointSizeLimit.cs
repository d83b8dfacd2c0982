using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>The limit that an endpoint sets to the size of a request or form; <paramref name="Bytes"/> is null where it is not seen. Without one the server's holds.</summary>
internal sealed record EndpointSizeLimit(PolicyState State, long? Bytes, SyntaxNode? From);
