using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor EndpointInputNotValidated = Create(
        id: "BST3001",
        title: "Endpoint input is not validated",
        messageFormat: "'{0}' of {1} is accepted without validation: {2}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A request model whose members carry no constraint lets a caller send empty, oversized or senseless values straight into the business logic. Annotate the model, give it a validator, or test its members before use.",
        cwe: [20],
        owasp: ["API3:2023", "API8:2023"],
        clauses: ["SEC-1"]);

    public static readonly DiagnosticDescriptor SqlTextIsConcatenated = Create(
        id: "BST3020",
        title: "SQL text is built by concatenation",
        messageFormat: "SQL text given to '{0}' {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that is joined into SQL text can change the statement itself (SQL injection). Send the text with placeholders and the values as parameters.",
        cwe: [89],
        owasp: ["API8:2023", "A03:2021"],
        clauses: ["SEC-3", "DB-1"],
        minimal: true);
}
