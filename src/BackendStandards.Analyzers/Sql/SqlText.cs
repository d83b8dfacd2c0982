using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Sql;

/// <summary>
/// The text that one expression builds, as pieces in the order of the text, each hole with its place in the statement.
/// Knows literals, interpolation, <c>+</c>, <c>string.Format</c> and <c>string.Concat</c>; anything else is one hole.
/// </summary>
internal sealed class SqlText
{
    private SqlText(ExpressionSyntax expression, ImmutableArray<SqlPiece> pieces, LiteralStyle? style) => (Expression, Pieces, Style) = (expression, pieces, style);

    /// <summary>The whole expression.</summary>
    public ExpressionSyntax Expression { get; }

    public ImmutableArray<SqlPiece> Pieces { get; }

    /// <summary>How all literals in it are written; null where they differ, so that they cannot be made one.</summary>
    public LiteralStyle? Style { get; }

    /// <summary>The pieces of an expression that gives a text.</summary>
    public static SqlText Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        var reader = new SqlTextReader(model, cancellation);
        reader.Add(expression, "");
        return new(expression, SqlScanner.Scan(reader.Pieces), reader.Style);
    }

    /// <summary>Where a hole stands in the largest text expression around it.</summary>
    public static SqlContext ContextOf(SyntaxNode hole, SemanticModel model, CancellationToken cancellation)
    {
        if (hole is not ExpressionSyntax) return SqlContext.Unknown;
        ExpressionSyntax? top = null;
        for (var up = hole.Parent; up is ExpressionSyntax or InterpolatedStringContentSyntax or ArgumentSyntax or ArgumentListSyntax; up = up.Parent)
            if (SqlTextReader.BuildsText(up)) top = (ExpressionSyntax)up;
        return top is null ? SqlContext.Unknown : Of(top, model, cancellation).Pieces.FirstOrDefault(piece => piece.Kind == SqlPieceKind.Hole && piece.Expression == hole)?.Context ?? SqlContext.Unknown;
    }
}
