using System.Collections.Immutable;
using BackendStandards.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Takes one value out of the text that it is written into. Each edit is null where the outcome would not be the same message without the value.</summary>
internal static class LogTextEdit
{
    /// <summary>The syntax to replace and its replacement; the value may be the reason of what the message tells.</summary>
    public static (SyntaxNode Old, SyntaxNode New)? Without(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation, bool isReason = false) => value.Parent switch
    {
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } hole => WithoutHole(text, hole, isReason),
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument => WithoutArgument(call, argument, model, isReason, cancellation),
        BinaryExpressionSyntax => WithoutOperand(value, isReason),
        _ => null,
    };

    private static (SyntaxNode, SyntaxNode)? WithoutHole(InterpolatedStringExpressionSyntax text, InterpolationSyntax hole, bool isReason)
    {
        // In a raw string over several lines the indentation is part of the syntax.
        if (text.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken)) return null;
        var contents = text.Contents;
        var at = contents.IndexOf(hole);
        var before = at > 0 ? contents[at - 1] as InterpolatedStringTextSyntax : null;
        var after = at + 1 < contents.Count ? contents[at + 1] as InterpolatedStringTextSyntax : null;
        var first = before is null ? at : at - 1;
        var last = after is null ? at : at + 1;
        var joined = TemplateText.Join(before?.TextToken.Text ?? "", after?.TextToken.Text ?? "", first > 0, last + 1 < contents.Count, isReason);
        var left = contents.Take(first).Concat(joined.Length == 0 ? [] : [TextPart(joined)]).Concat(contents.Skip(last + 1)).ToList();
        if (!Says(left)) return null;
        ExpressionSyntax replaced = left.Count == 1 && left[0] is InterpolatedStringTextSyntax only && text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken) && only.TextToken.Text.IndexOfAny(['{', '}']) < 0
            ? SyntaxFactory.ParseExpression($"\"{only.TextToken.Text}\"")
            : text.WithContents(SyntaxFactory.List(left));
        return (text, replaced.WithTriviaFrom(text));
    }

    private static (SyntaxNode, SyntaxNode)? WithoutArgument(InvocationExpressionSyntax call, ArgumentSyntax argument, SemanticModel model, bool isReason, CancellationToken cancellation)
    {
        var arguments = call.ArgumentList.Arguments;
        var at = arguments.IndexOf(argument);
        var template = arguments.IndexOf(candidate => candidate.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            && TextOf(literal) is { } text && MessageTemplate.HolesOf(text).Length > 0);
        if (template < 0 || at <= template || arguments.Any(each => each.NameColon is not null || !each.RefKindKeyword.IsKind(SyntaxKind.None))) return null;
        if (call.DescendantNodes(node => node is not ArgumentListSyntax).OfType<GenericNameSyntax>().Any(name => name.Parent == call.Expression || name == call.Expression)) return null;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol) return null;

        var literal = (LiteralExpressionSyntax)arguments[template].Expression;
        var inner = TextOf(literal)!;
        var holes = MessageTemplate.HolesOf(inner);
        var index = at - template - 1;
        var numbered = holes.Any(hole => hole.IsNumbered);
        // One hole an argument, in order: then the n-th hole and the n-th argument go together in every library.
        if (holes.Length != arguments.Count - template - 1 || !holes.Select(hole => hole.Name).SequenceEqual(MessageTemplate.HolesOf(literal.Token.ValueText).Select(hole => hole.Name))) return null;
        if (numbered && holes.Where((hole, i) => hole.Name != $"{i}").Any()) return null;
        // Without arguments some methods print doubled braces as they stand.
        if (holes.Length == 1 && (inner.Contains("{{") || inner.Contains("}}"))) return null;

        if (WithoutHole(inner, holes, index, numbered, isReason) is not { } changed) return null;
        var token = literal.Token.Text;
        var start = token.IndexOf('"') + (token.Length - inner.Length - token.IndexOf('"')) / 2;
        var text = SyntaxFactory.ParseExpression(token.Substring(0, start) + changed + token.Substring(start + inner.Length)).WithTriviaFrom(literal);
        // A raw text that would now end in a quote.
        if (text.ContainsDiagnostics) return null;
        var kept = arguments.Replace(arguments[template], arguments[template].WithExpression(text)).RemoveAt(at);
        return (call.ArgumentList, call.ArgumentList.WithArguments(kept));
    }

    private static string? WithoutHole(string text, ImmutableArray<TemplateHole> holes, int index, bool numbered, bool isReason)
    {
        var from = index == 0 ? 0 : holes[index - 1].End;
        var to = index + 1 < holes.Length ? holes[index + 1].Start : text.Length;
        var joined = TemplateText.Join(text.Substring(from, holes[index].Start - from), text.Substring(holes[index].End, to - holes[index].End), index > 0, index + 1 < holes.Length, isReason);
        var rest = text.Substring(to);
        if (numbered)
            for (var i = holes.Length - 1; i > index; i--)
                rest = rest.Remove(holes[i].Start - to + 1, holes[i].Name.Length).Insert(holes[i].Start - to + 1, $"{i - 1}");
        var changed = text.Substring(0, from) + joined + rest;
        return changed.Any(char.IsLetterOrDigit) ? changed : null;
    }

    // "a" + value + "b": the texts at its sides become one.
    private static (SyntaxNode, SyntaxNode)? WithoutOperand(ExpressionSyntax value, bool isReason)
    {
        SyntaxNode top = value;
        while (top.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } up) top = up;
        if (top == value || top.DescendantTrivia().Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && trivia.SpanStart < top.Span.End)) return null;
        var operands = Operands((ExpressionSyntax)top);
        var at = operands.IndexOf(value);
        var before = at > 0 ? PlainText(operands[at - 1]) : null;
        var after = at >= 0 && at + 1 < operands.Count ? PlainText(operands[at + 1]) : null;
        if (before is null || (at + 1 < operands.Count && after is null)) return null;
        var last = after is null ? at : at + 1;
        var joined = TemplateText.Join(before, after ?? "", at > 1, last + 1 < operands.Count, isReason);
        var kept = operands.Take(at - 1).Concat(joined.Length == 0 ? [] : [SyntaxFactory.ParseExpression($"\"{joined}\"")]).Concat(operands.Skip(last + 1))
            .Select(operand => operand.WithoutTrivia()).ToList();
        // A text among the first two keeps this a concatenation of strings.
        if (!kept.Take(2).Any(operand => PlainText(operand) is not null) || (kept.Count == 1 && !joined.Any(char.IsLetterOrDigit))) return null;
        var chain = kept.Aggregate((left, right) => SyntaxFactory.BinaryExpression(
            SyntaxKind.AddExpression, left, SyntaxFactory.Token(SyntaxKind.PlusToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space), right));
        return (top, chain.WithTriviaFrom(top));
    }

    private static List<ExpressionSyntax> Operands(ExpressionSyntax chain)
    {
        var operands = new List<ExpressionSyntax>();
        while (chain is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add)
        {
            operands.Add(add.Right);
            chain = add.Left;
        }
        operands.Add(chain);
        operands.Reverse();
        return operands;
    }

    private static string? PlainText(ExpressionSyntax operand) =>
        operand is LiteralExpressionSyntax literal && literal.Token.Text.StartsWith("\"", StringComparison.Ordinal) ? TextOf(literal) : null;

    // The source text between the quotes; null for a raw string over several lines, whose indentation is syntax.
    private static string? TextOf(LiteralExpressionSyntax literal)
    {
        var token = literal.Token.Text;
        if (!literal.Token.IsKind(SyntaxKind.StringLiteralToken) && !literal.Token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)) return null;
        var start = token.IndexOf('"');
        var quotes = 1;
        if (literal.Token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
            while (token[start + quotes] == '"') quotes++;
        return token.Length < start + (2 * quotes) ? null : token.Substring(start + quotes, token.Length - start - (2 * quotes));
    }

    private static InterpolatedStringTextSyntax TextPart(string text) => SyntaxFactory.InterpolatedStringText(
        SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, text, default));

    private static bool Says(IEnumerable<InterpolatedStringContentSyntax> contents) =>
        contents.Any(part => part is InterpolationSyntax || part.ToString().Any(char.IsLetterOrDigit));
}
