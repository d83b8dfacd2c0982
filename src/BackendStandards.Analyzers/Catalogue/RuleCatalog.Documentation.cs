using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor OpenApiNotEnabled = Create(
        id: "BST8003",
        title: "OpenAPI document is not enabled",
        messageFormat: "Nothing describes the endpoints of this application: call AddOpenApi and MapOpenApi",
        category: Category.Documentation,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "An OpenAPI document tells clients, testers and tools which endpoints there are, what they take and what they answer. Made from the code, it does not grow old; without it nobody has the list.",
        owasp: ["API9:2023"],
        clauses: ["COL-2"]);
}
