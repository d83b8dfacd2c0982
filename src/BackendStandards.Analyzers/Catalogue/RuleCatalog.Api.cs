using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor RouteNotVersioned = Create(
        id: "BST1030",
        title: "Route is not versioned",
        messageFormat: "No API version in '{0}': {1}",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A route without a version leaves no way to change the contract without breaking every client at once. Put the endpoint under a version segment such as /api/v1, or declare its version with Asp.Versioning.",
        owasp: ["API9:2023"],
        clauses: ["API-3"]);
}
