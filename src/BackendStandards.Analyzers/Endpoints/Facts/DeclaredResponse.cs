using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>A response that an endpoint declares. <paramref name="Status"/> is null for the default response, and where it is not seen.</summary>
internal sealed record DeclaredResponse(int? Status, ITypeSymbol? Body, ResponseOrigin Origin, SyntaxNode? From);
