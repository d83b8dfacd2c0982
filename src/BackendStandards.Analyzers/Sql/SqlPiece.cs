using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Sql;

/// <summary>A piece of a SQL text as the source writes it.</summary>
/// <param name="Kind">Literal text, a constant expression or a hole.</param>
/// <param name="Value">The text that a literal or constant stands for; empty for a hole.</param>
/// <param name="Raw">For a literal, its text as written, escapes included but for doubled braces.</param>
/// <param name="Expression">The expression of a constant or hole.</param>
/// <param name="Format">The alignment and format of a hole as written (<c>,5:X</c>); empty for none.</param>
/// <param name="Context">Where a hole stands.</param>
internal sealed record SqlPiece(SqlPieceKind Kind, string Value, string Raw, ExpressionSyntax? Expression, string Format, SqlContext Context)
{
    public static SqlPiece Literal(string value, string raw) => new(SqlPieceKind.Literal, value, raw, null, "", SqlContext.Unknown);

    public static SqlPiece Constant(string value, ExpressionSyntax expression) => new(SqlPieceKind.Constant, value, "", expression, "", SqlContext.Unknown);

    public static SqlPiece Hole(ExpressionSyntax expression, string format) => new(SqlPieceKind.Hole, "", "", expression, format, SqlContext.Unknown);
}
