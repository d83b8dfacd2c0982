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

    public static readonly DiagnosticDescriptor InvalidModelLine = Create(
        id: "BST0004",
        title: "Line of a model file says nothing",
        messageFormat: "{0}",
        category: Category.Meta,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A line of a .model file that cannot be read, or names a kind of sink or source that there is none of, silently marks nothing. The other lines of the file hold.");
}
