using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Whether responses are declared for every action at once: <c>options.Filters.Add(new ProducesResponseTypeAttribute(500))</c>, or a convention that adds such filters.</summary>
internal static class ResponsesOfAll
{
    private static readonly string[] Names = ["ProducesResponseTypeAttribute", "ProducesDefaultResponseTypeAttribute", "SwaggerResponseAttribute"];

    public static bool AreDeclared(CodeBase code, CancellationToken cancellation)
    {
        foreach (var name in Names)
            foreach (var (tree, index) in code.Mentioning(name, cancellation))
                if (!AspNet.IsEnvelope(tree) && index.NodesOf(name, tree.GetRoot(cancellation)).Any(IsUsedAsValue))
                    return true;
        return false;
    }

    private static bool IsUsedAsValue(SyntaxNode name)
    {
        while (name.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax) name = name.Parent;
        return name.Parent is ObjectCreationExpressionSyntax or TypeOfExpressionSyntax or TypeArgumentListSyntax { Parent.Parent: MemberAccessExpressionSyntax };
    }
}
