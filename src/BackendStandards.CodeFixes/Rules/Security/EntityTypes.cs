using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Which types Entity Framework maps: a length or a requirement on one of those is a change of the database.</summary>
internal static class EntityTypes
{
    private static readonly string[] Mappings = ["DbSet", "IEntityTypeConfiguration", "Entity"];

    /// <summary>Whether a type is given to <c>DbSet&lt;T&gt;</c> or configured as an entity; by name.</summary>
    public static bool Includes(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var index = TreeIndex.Of(tree, cancellation);
            if (!index.Mentions(type.Name)) continue;
            foreach (var mapping in Mappings)
                foreach (var position in index.PositionsOf(mapping))
                    if (tree.GetRoot(cancellation).FindToken(position).Parent is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments }
                        && arguments[0].DescendantTokens().Any(token => token.ValueText == type.Name))
                        return true;
        }
        return false;
    }
}
