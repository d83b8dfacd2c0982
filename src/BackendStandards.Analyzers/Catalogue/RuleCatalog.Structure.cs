using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor HandlerTalksToDatabase = Create(
        id: "BST9001",
        title: "Request handler talks to the database directly",
        messageFormat: "{0} works on the database itself ('{1}' through '{2}'): move that into a service",
        category: Category.Structure,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "What a request changes is decided in a service, so that other endpoints, jobs and tests can use it without a request, and a change of the database stops there. A handler translates between HTTP and that service.",
        clauses: ["STR-1"]);
}
