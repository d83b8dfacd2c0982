using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes;

/// <summary>Adds using directives to a file.</summary>
internal static class Usings
{
    /// <summary>The root with a using directive of a namespace, in its place by name; the same root where it has one.</summary>
    public static SyntaxNode Add(SyntaxNode root, string space)
    {
        if (root is not CompilationUnitSyntax unit || unit.Usings.Any(existing => existing.Alias is null && existing.Name?.ToString() == space)) return root;
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space)).NormalizeWhitespace().WithTrailingTrivia(LineBreaks.Of(root));
        // Global ones come first; static ones and aliases stand behind.
        var at = unit.Usings.TakeWhile(existing => !existing.GlobalKeyword.IsKind(SyntaxKind.None) || (existing is { Alias: null, Name: { } name } && existing.StaticKeyword.IsKind(SyntaxKind.None) && Order(name.ToString(), space) < 0)).Count();
        if (at == 0 && unit.Usings.Count > 0)
        {
            // What stands above the first directive stays above.
            directive = directive.WithLeadingTrivia(unit.Usings[0].GetLeadingTrivia());
            unit = unit.ReplaceNode(unit.Usings[0], unit.Usings[0].WithLeadingTrivia());
        }
        return unit.WithUsings(unit.Usings.Insert(at, directive));
    }

    // System first, then by name.
    private static int Order(string left, string right)
    {
        var (leftSystem, rightSystem) = (IsSystem(left), IsSystem(right));
        return leftSystem == rightSystem ? string.CompareOrdinal(left, right) : leftSystem ? -1 : 1;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
