using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>Where the text of a sink is written: at the sink, or in the initializer of a local that is used nowhere else.</summary>
/// <param name="Text">The expression that builds the text.</param>
/// <param name="Local">The declaration of the local; null where the text stands at the sink.</param>
internal sealed record TextPlace(ExpressionSyntax Text, VariableDeclarationSyntax? Local)
{
    /// <summary>The place; null where the text is built in several steps or used elsewhere, so that it cannot be changed alone.</summary>
    public static TextPlace? Find(ExpressionSyntax sink, SemanticModel model, CancellationToken cancellation)
    {
        while (sink is ParenthesizedExpressionSyntax parenthesized) sink = parenthesized.Expression;
        if (sink is not IdentifierNameSyntax) return new(sink, null);
        if (model.GetSymbolInfo(sink, cancellation).Symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } text, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration } declarator)
            return null;
        var body = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (body is GlobalStatementSyntax) body = null;
        SyntaxNode scope = body ?? declarator.SyntaxTree.GetRoot(cancellation);
        var uses = scope.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, local));
        return uses == 1 && !ChangesLater(text, scope, model, cancellation) ? new(text, declaration) : null;
    }

    /// <summary>Whether a variable in the text is written after the text was built: then its value at the sink is another.</summary>
    private static bool ChangesLater(ExpressionSyntax text, SyntaxNode scope, SemanticModel model, CancellationToken cancellation)
    {
        var used = text.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => model.GetSymbolInfo(name, cancellation).Symbol)
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol or IPropertySymbol or IFieldSymbol).ToImmutableHashSet(SymbolEqualityComparer.Default);
        return scope.DescendantNodes().Where(node => node.SpanStart > text.Span.End).Any(node => Written(node) is { } target
            && model.GetSymbolInfo(target, cancellation).Symbol is { } symbol && used.Contains(symbol));
    }

    private static ExpressionSyntax? Written(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step => step.Operand,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step => step.Operand,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument.Expression,
        _ => null,
    };
}
