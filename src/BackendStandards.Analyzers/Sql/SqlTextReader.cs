using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Sql;

/// <summary>Takes an expression that builds a text apart.</summary>
internal sealed class SqlTextReader(SemanticModel model, CancellationToken cancellation)
{
    private readonly ImmutableArray<SqlPiece>.Builder _pieces = ImmutableArray.CreateBuilder<SqlPiece>();
    private LiteralStyle? _style;
    private bool _mixed;

    public ImmutableArray<SqlPiece> Pieces => _pieces.ToImmutable();

    public LiteralStyle? Style => _mixed ? null : _style;

    /// <summary>Whether an expression is one of the forms that join pieces, by its spelling.</summary>
    public static bool BuildsText(SyntaxNode node) => node switch
    {
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat" } } => true,
        _ => false,
    };

    public void Add(ExpressionSyntax expression, string format)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized: Add(parenthesized.Expression, format); return;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal when format.Length == 0: AddLiteral(literal); return;
            case InterpolatedStringExpressionSyntax interpolated when format.Length == 0: AddParts(interpolated); return;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add when IsText(add): AddChain(add); return;
            case InvocationExpressionSyntax call when BuildsText(call) && format.Length == 0 && AddCall(call): return;
        }
        var constant = model.GetConstantValue(expression, cancellation);
        if (constant is { HasValue: true, Value: string or char } && format.Length == 0) _pieces.Add(SqlPiece.Constant(constant.Value!.ToString(), expression));
        else _pieces.Add(SqlPiece.Hole(expression, format));
    }

    private bool IsText(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellation).Type?.SpecialType == SpecialType.System_String;

    private void AddLiteral(LiteralExpressionSyntax literal)
    {
        var style = LiteralStyle.Of(literal);
        Use(style);
        _pieces.Add(SqlPiece.Literal(literal.Token.ValueText, style.Inner(literal.Token.Text)));
    }

    private void Use(LiteralStyle style)
    {
        _mixed |= _style is not null && (_style.Open != style.Open || _style.Close != style.Close || style.IsRaw);
        _style = _style is null || style.Dollars > _style.Dollars ? style : _style;
    }

    private void AddParts(InterpolatedStringExpressionSyntax interpolated)
    {
        Use(LiteralStyle.Of(interpolated));
        foreach (var content in interpolated.Contents)
            if (content is InterpolatedStringTextSyntax text) _pieces.Add(SqlPiece.Literal(Unescape(text, text.TextToken.ValueText), Unescape(text, text.TextToken.Text)));
            else if (content is InterpolationSyntax hole) Add(hole.Expression, hole.AlignmentClause?.ToString() + hole.FormatClause);
    }

    // In a raw literal braces stand for themselves, elsewhere they are doubled.
    private static string Unescape(InterpolatedStringTextSyntax content, string text) =>
        content.Parent is InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedSingleLineRawStringStartToken or (int)SyntaxKind.InterpolatedMultiLineRawStringStartToken }
            ? text
            : text.Replace("{{", "{").Replace("}}", "}");

    // A long chain nests to the left as deep as it is long.
    private void AddChain(BinaryExpressionSyntax add)
    {
        var rights = new Stack<ExpressionSyntax>();
        ExpressionSyntax spine = add;
        while (spine is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } link && IsText(link))
        {
            rights.Push(link.Right);
            spine = link.Left;
        }
        Add(spine, "");
        while (rights.Count > 0) Add(rights.Pop(), "");
    }

    private bool AddCall(InvocationExpressionSyntax call)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String } method) return false;
        var inputs = call.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        if (call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null)) return false;
        if (method.Name == "Concat")
        {
            if (!inputs.All(IsText)) return false;
            foreach (var input in inputs) Add(input, "");
            return true;
        }
        if (method.Parameters[0].Name != "format" || inputs[0] is not LiteralExpressionSyntax literal || literal.Token.ValueText != LiteralStyle.Of(literal).Inner(literal.Token.Text)) return false;
        if (CompositeFormat.Parse(literal.Token.ValueText) is not { } pieces || pieces.Any(piece => piece.Index >= inputs.Count - 1)) return false;
        Use(LiteralStyle.Of(literal));
        foreach (var piece in pieces)
            if (piece.Index < 0) _pieces.Add(SqlPiece.Literal(piece.Text, piece.Text));
            else Add(inputs[piece.Index + 1], piece.Format);
        return true;
    }
}
