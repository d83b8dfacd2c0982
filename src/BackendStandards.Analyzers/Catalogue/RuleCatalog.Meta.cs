using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor InvalidConfiguration = Create(
        id: "BST0001",
        title: "Setting of BackendStandards is not valid",
        messageFormat: "{0}",
        category: Category.Meta,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A backend_standards key that no rule reads, or a value that its rule cannot use, silently changes nothing. The message names the key, what it may hold, and the nearest known key.");
}
