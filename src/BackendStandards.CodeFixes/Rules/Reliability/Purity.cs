using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Tells expressions that may be computed earlier, later or twice without anybody noticing.</summary>
internal static class Purity
{
    /// <summary>Whether an expression is made of names, members and constants alone.</summary>
    public static bool Holds(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax or TypeOfExpressionSyntax => true,
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } member => Holds(member.Expression),
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax } access => Holds(access.Expression),
        ParenthesizedExpressionSyntax inner => Holds(inner.Expression),
        CastExpressionSyntax cast => Holds(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } calm => Holds(calm.Operand),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
        _ => false,
    };
}
