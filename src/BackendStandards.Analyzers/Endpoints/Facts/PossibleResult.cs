using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// A result that a handler can return. <paramref name="Status"/> is null where it is not seen, and for an exception, whose type is <paramref name="Exception"/>
/// then. <paramref name="Body"/> is the type of the value that is sent, null where there is none or it is not seen. <paramref name="Place"/> is the expression that makes it.
/// </summary>
internal sealed record PossibleResult(int? Status, ITypeSymbol? Body, SyntaxNode Place, ITypeSymbol? Exception = null);
