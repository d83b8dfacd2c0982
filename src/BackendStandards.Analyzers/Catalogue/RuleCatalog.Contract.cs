using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor NoGlobalExceptionHandling = Create(
        id: "BST2006",
        title: "Exceptions of endpoints are handled nowhere",
        messageFormat: "Nothing handles the exceptions that endpoints let through, so that clients get an empty 500: call UseExceptionHandler",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "One place has to turn the exceptions that nobody expected into an answer in the application's own format. Without it clients get an empty 500, or each endpoint answers in its own way.",
        cwe: [248],
        owasp: ["API8:2023", "A05:2021"],
        clauses: ["ERR-1"]);
}
