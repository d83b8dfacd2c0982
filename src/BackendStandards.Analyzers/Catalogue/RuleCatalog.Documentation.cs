using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor EndpointNotDocumented = Create(
        id: "BST8001",
        title: "Endpoint is not documented",
        messageFormat: "{0} not documented: say with {1} what a caller gets",
        category: Category.Documentation,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Who calls an endpoint knows its path and its types from the OpenAPI document, and not what it is for. One line says it, and reaches every reader of the document.",
        owasp: ["API9:2023"],
        clauses: ["COL-2"]);

    public static readonly DiagnosticDescriptor ResponseNotDeclared = Create(
        id: "BST8002",
        title: "Response is not declared",
        messageFormat: "{0} with {1}, which the API description does not tell: {2}",
        category: Category.Documentation,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Clients are written, and generated, from the responses that an endpoint declares. One that it gives and does not declare meets a client that does not expect it.",
        owasp: ["API9:2023"],
        clauses: ["COL-2"]);

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
