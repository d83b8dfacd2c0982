using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Replaces an expression or another node, adds the usings that the new one needs, and takes neither where the result would not compile.</summary>
internal static class CheckedEdit
{
    public static async Task<Document?> ReplaceAsync(Document document, SyntaxNode old, SyntaxNode replacement, string[] namespaces, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } before) return null;
        var mark = new SyntaxAnnotation();
        var unit = root.ReplaceNode(old, replacement.WithTriviaFrom(old).WithAdditionalAnnotations(mark));
        // The last first: the blank line below a file's first usings stays behind them all.
        foreach (var name in namespaces.Where(name => !IsImported(before, old.SpanStart, name)).OrderByDescending(name => name, StringComparer.Ordinal)) unit = UsingDirectives.Add(unit, name);
        var changed = document.WithSyntaxRoot(unit);
        if (await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } written || await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } after) return null;
        var place = written.GetAnnotatedNodes(mark).First();
        var around = place.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode?)place.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? place;
        return after.GetDiagnostics(around.Span, cancellation).Any(fault => fault.Severity == DiagnosticSeverity.Error) ? null : changed;
    }

    /// <summary>Whether the types of a namespace can be named at a place without it, by a global using too.</summary>
    public static bool IsImported(SemanticModel model, int position, string name)
    {
        INamespaceSymbol? space = model.Compilation.GlobalNamespace;
        foreach (var part in name.Split('.')) space = space?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
        return space?.GetTypeMembers().FirstOrDefault(type => type.DeclaredAccessibility == Accessibility.Public && type.Arity == 0) is { } type
            && model.LookupNamespacesAndTypes(position, name: type.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, type));
    }
}
