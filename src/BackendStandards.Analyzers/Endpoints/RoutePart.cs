using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>
/// A piece of a route and the expression or attribute argument that it is written in; no node where it is not written in this compilation.
/// </summary>
internal sealed record RoutePart(string Text, SyntaxNode? Source)
{
    /// <summary>Whether all of it is seen.</summary>
    public bool IsKnown => new RoutePattern(Text).IsKnown;
}
