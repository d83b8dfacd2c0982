using BackendStandards.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>
/// Takes a composed text apart into constant text and values. Constant text comes out as it is written between the quotes of a literal, with the braces
/// of a template: doubled where they are text.
/// </summary>
/// <param name="model">The model of the text.</param>
/// <param name="hasValues">Whether the call gives values already, so that braces in constant text are placeholders.</param>
/// <param name="cancellation">Cancels the reading.</param>
internal sealed class TemplateReader(SemanticModel model, bool hasValues, CancellationToken cancellation)
{
    /// <summary>What a literal that holds the text begins and ends with.</summary>
    public string Opening { get; private set; } = "\"";

    /// <summary>The end of the literal.</summary>
    public string Closing { get; private set; } = "\"";

    /// <summary>The parts in the order of the text; null where they cannot be told.</summary>
    public IReadOnlyList<TemplatePart>? Read(ExpressionSyntax text)
    {
        var parts = new List<TemplatePart>();
        switch (Bare(text))
        {
            case InterpolatedStringExpressionSyntax interpolated:
                Opening = interpolated.StringStartToken.Text.Replace("$", "");
                Closing = interpolated.StringEndToken.Text;
                return ReadHoles(interpolated, parts, keepStyle: true) ? parts : null;
            case BinaryExpressionSyntax sum: return ReadSum(sum, parts) ? parts : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" } } call:
                return call.ArgumentList.Arguments.All(argument => argument.NameColon is null && ReadOperand(argument.Expression, null, parts)) ? parts : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" } } call: return ReadFormat(call, parts) ? parts : null;
            default: return null;
        }
    }

    private bool ReadSum(BinaryExpressionSyntax sum, List<TemplatePart> parts)
    {
        var operands = new List<(ExpressionSyntax Operand, string? Break)>();
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add && model.GetTypeInfo(add, cancellation).Type?.SpecialType == SpecialType.System_String)
        {
            operands.Add((add.Right, BreakAt(add)));
            left = add.Left;
        }
        operands.Add((left, null));
        operands.Reverse();
        // A comment between the operands would be lost.
        if (sum.DescendantTrivia().Any(trivia => sum.Span.Contains(trivia.Span) && (trivia.IsDirective || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))) return false;
        return operands.All(operand => ReadOperand(operand.Operand, operand.Break, parts));
    }

    private bool ReadOperand(ExpressionSyntax operand, string? lineBreak, List<TemplatePart> parts)
    {
        operand = Bare(operand);
        switch (operand)
        {
            case LiteralExpressionSyntax { Token.Value: string or char } literal:
                parts.Add(new TemplatePart(Escaped(Braced(literal.Token.Value?.ToString() ?? "")), null, lineBreak));
                return true;
            case InterpolatedStringExpressionSyntax interpolated:
                if (lineBreak is not null) parts.Add(new TemplatePart("", null, lineBreak));
                return ReadHoles(interpolated, parts, keepStyle: false);
            default:
                parts.Add(new TemplatePart("", operand, lineBreak));
                return true;
        }
    }

    private bool ReadHoles(InterpolatedStringExpressionSyntax text, List<TemplatePart> parts, bool keepStyle)
    {
        var start = text.StringStartToken.Text;
        var isRaw = start.Contains("\"\"\"");
        var isPlain = !isRaw && !start.Contains('@');
        if (!keepStyle && !isPlain && text.Contents.Any(part => part is InterpolationSyntax { FormatClause: not null })) return false;
        // The indentation of a raw text is no part of it.
        if (!keepStyle && isRaw) return false;
        foreach (var content in text.Contents)
            switch (content)
            {
                case InterpolatedStringTextSyntax constant:
                    var source = constant.TextToken.Text;
                    if (isRaw) source = Braced(source);
                    else if (hasValues) source = source.Replace("{{", "{").Replace("}}", "}");
                    parts.Add(new TemplatePart(keepStyle || isPlain ? source : Escaped(source.Replace("\"\"", "\"")), null));
                    break;
                case InterpolationSyntax hole:
                    // The alignment may be any constant.
                    var alignment = "";
                    if (hole.AlignmentClause is { } clause)
                    {
                        if (model.GetConstantValue(clause.Value, cancellation) is not { HasValue: true, Value: int width }) return false;
                        alignment = $",{width}";
                    }
                    if (hole.FormatClause?.FormatStringToken.Text is { } format && format.IndexOfAny(['{', '}']) >= 0) return false;
                    parts.Add(new TemplatePart(alignment + hole.FormatClause, Bare(hole.Expression)));
                    break;
            }
        return true;
    }

    private bool ReadFormat(InvocationExpressionSyntax call, List<TemplatePart> parts)
    {
        var arguments = call.ArgumentList.Arguments;
        if (hasValues || arguments.Any(argument => argument.NameColon is not null) || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method) return false;
        // Log messages are formatted with the invariant culture.
        var first = method.Parameters[0].Name == "provider" ? 1 : 0;
        if (first == 1 && !arguments[0].Expression.ToString().EndsWith("CultureInfo.InvariantCulture", StringComparison.Ordinal)) return false;
        if (model.GetConstantValue(arguments[first].Expression, cancellation).Value is not string format) return false;
        var values = arguments.Skip(first + 1).Select(argument => Bare(argument.Expression)).ToList();
        var holes = MessageTemplate.HolesOf(format);
        if (values.Count == 1 && model.GetTypeInfo(values[0], cancellation).Type is IArrayTypeSymbol) return false;
        var order = new List<int>();
        foreach (var hole in holes)
            if (hole.IsNumbered && int.TryParse(hole.Name, out var index) && index < values.Count) order.Add(index);
            else return false;
        // Each value is computed once and in its turn, unless that makes no difference.
        if (!order.SequenceEqual(Enumerable.Range(0, values.Count)) && !values.All(Purity.Holds)) return false;
        var at = 0;
        for (var i = 0; i < holes.Length; i++)
        {
            parts.Add(new TemplatePart(Escaped(format.Substring(at, holes[i].Start - at)), null));
            var inside = format.Substring(holes[i].Start + 1, holes[i].Length - 2);
            var end = inside.IndexOfAny([',', ':']);
            parts.Add(new TemplatePart(end < 0 ? "" : Escaped(inside.Substring(end)), values[order[i]]));
            at = holes[i].End;
        }
        parts.Add(new TemplatePart(Escaped(format.Substring(at)), null));
        return holes.Length > 0;
    }

    // Where the right operand begins a line: what stands before it from the line's end on.
    private static string? BreakAt(BinaryExpressionSyntax add)
    {
        var before = add.OperatorToken.LeadingTrivia.ToFullString();
        var between = add.OperatorToken.TrailingTrivia.ToFullString() + add.Right.GetLeadingTrivia().ToFullString();
        var afterLeft = add.Left.GetTrailingTrivia().ToFullString() + before;
        return afterLeft.Contains('\n') ? afterLeft + "+ " : between.Contains('\n') ? " +" + between.Substring(between.IndexOfAny(['\r', '\n'])) : null;
    }

    private string Braced(string text) => hasValues ? text : text.Replace("{", "{{").Replace("}", "}}");

    private static string Escaped(string text)
    {
        var quoted = SymbolDisplay.FormatLiteral(text, quote: true);
        // A long text with line breaks is displayed verbatim by some versions.
        return quoted.StartsWith("@", StringComparison.Ordinal) ? SyntaxFactory.Literal(text).Text.Trim('"') : quoted.Substring(1, quoted.Length - 2);
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax inner) expression = inner.Expression;
        return expression;
    }
}
