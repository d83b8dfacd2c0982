using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor SensitiveValueLogged = Create(
        id: "BST6001",
        title: "Sensitive value is logged",
        messageFormat: "'{0}' is sensitive and is disclosed by '{1}': leave it out or mask it",
        category: Category.Reliability,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Logs are copied, indexed and read by many: a password, token or key written there is disclosed for as long as they are kept. Leave the value out, or log a mask of it.",
        cwe: [532],
        owasp: ["API8:2023", "A09:2021"],
        clauses: ["SEC-8"],
        minimal: true);
}
