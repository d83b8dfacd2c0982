using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Whether a text that is sent as an answer is HTML: by its constant parts, or by the content type that the member sets.</summary>
internal static class HtmlText
{
    /// <summary>All origins where the text is markup, none where it is not.</summary>
    public static Origin OriginsInMarkup(FlowFinding finding) => IsMarkup(finding) ? ~Origin.None : Origin.None;

    private static bool IsMarkup(FlowFinding finding)
    {
        var syntax = finding.Sink.Value.Syntax;
        if (HasTag(syntax) || (finding.Value.Hole is { } hole && HasTag(Whole(hole.Syntax)))) return true;
        if (syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is not { } member) return false;
        // A local that is put together above the sink.
        if (syntax is IdentifierNameSyntax { Identifier.ValueText: var name })
            foreach (var node in member.DescendantNodes())
                if ((node is VariableDeclaratorSyntax { Initializer: { } initializer } declarator && declarator.Identifier.ValueText == name && HasTag(initializer))
                    || (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var written } } assignment && written == name && HasTag(assignment.Right))) return true;
        return member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => SetsHtml(assignment, finding));
    }

    private static SyntaxNode Whole(SyntaxNode hole)
    {
        var top = hole;
        while (top.Parent is ExpressionSyntax or InterpolatedStringContentSyntax or ArgumentSyntax or ArgumentListSyntax) top = top.Parent;
        return top;
    }

    private static bool HasTag(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens())
            if (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
                if (OpensTag(token.ValueText)) return true;
        return false;
    }

    private static bool OpensTag(string text)
    {
        for (var i = text.IndexOf('<'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('<', i + 1))
            if (char.IsLetter(text[i + 1]) || text[i + 1] is '/' or '!') return true;
        return false;
    }

    private static bool SetsHtml(AssignmentExpressionSyntax assignment, FlowFinding finding)
    {
        var isContentType = assignment.Left switch
        {
            IdentifierNameSyntax { Identifier.ValueText: "ContentType" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ContentType" } => true,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } => keys[0].Expression is LiteralExpressionSyntax { Token.ValueText: var key } && key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        return isContentType && finding.Flow.Code.Model(assignment.SyntaxTree).GetConstantValue(assignment.Right, finding.Cancellation) is { HasValue: true, Value: string type }
            && type.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
