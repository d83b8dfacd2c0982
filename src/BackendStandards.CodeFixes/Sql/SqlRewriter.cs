using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>Takes the values out of a SQL text, piece by piece. Gives up, and offers nothing, wherever the meaning of the statement could change.</summary>
internal sealed class SqlRewriter
{
    // Stand for braces and for the parenthesis that a list takes with it, until it is known whether the result is interpolated.
    private const char OpenBrace = '\uE000';
    private const char CloseBrace = '\uE001';
    private const char ListEnd = '\uE002';

    private static readonly Regex ListParenthesis = new(ListEnd + @"\s*\)", RegexOptions.CultureInvariant);

    private readonly SqlText _text;
    private readonly SqlDialect _dialect;
    private readonly SemanticModel _model;
    private readonly FlowModel _flow;
    private readonly CancellationToken _cancellation;
    private readonly StringBuilder _output = new();
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, SqlParameter> _reused = new(StringComparer.Ordinal);
    private readonly ImmutableArray<SqlParameter>.Builder _parameters = ImmutableArray.CreateBuilder<SqlParameter>();
    private QuotedValue? _quoted;
    private bool _keepsHoles;
    private bool _isCertain = true;

    private SqlRewriter(SqlText text, SqlDialect dialect, SemanticModel model, FlowModel flow, CancellationToken cancellation)
    {
        (_text, _dialect, _model, _flow, _cancellation) = (text, dialect, model, flow, cancellation);
        _taken = new(text.Pieces.SelectMany(piece => ParameterNames.In(piece.Value)).Concat(dialect.Taken), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The rewritten text; null where there is none that is right.</summary>
    public static SqlRewrite? Rewrite(SqlText text, SqlDialect dialect, SemanticModel model, FlowModel flow, CancellationToken cancellation) =>
        text.Style is null ? null : new SqlRewriter(text, dialect, model, flow, cancellation).Run();

    private SqlRewrite? Run()
    {
        // One literal has no place for the comments between the parts.
        if (_text.Expression.DescendantTrivia().Any(trivia => _text.Expression.Span.Contains(trivia.Span) && (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective))) return null;
        foreach (var piece in _text.Pieces)
        {
            _cancellation.ThrowIfCancellationRequested();
            var done = piece.Kind switch
            {
                SqlPieceKind.Literal => Literal(piece),
                SqlPieceKind.Constant => Constant(piece),
                _ => Hole(piece),
            };
            if (!done) return null;
        }
        return _quoted is not null || _parameters.Count == 0 || Expression() is not { } expression ? null : new(expression, _parameters.ToImmutable(), _isCertain);
    }

    private bool Literal(SqlPiece piece)
    {
        var raw = piece.Raw;
        if (_quoted is not null)
        {
            var end = raw.IndexOf('\'');
            var inside = end < 0 ? raw : raw.Substring(0, end);
            // A doubled quote is part of the value, and escapes are the language's or the dialect's: too fine to take apart.
            if ((end >= 0 && end + 1 < raw.Length && raw[end + 1] == '\'') || !_quoted.Add(inside)) return false;
            if (end < 0) return true;
            if (!EndQuoted()) return false;
            raw = raw.Substring(end + 1);
        }
        return Append(raw);
    }

    /// <summary>Text as written; placeholders that the library filled become what it filled them with.</summary>
    private bool Append(string raw)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] is not ('{' or '}'))
            {
                _output.Append(raw[i]);
                continue;
            }
            var end = raw.IndexOf('}', i);
            if (raw[i] == '{' && end > i + 1 && int.TryParse(raw.Substring(i + 1, end - i - 1), out var index) && _dialect.Filled(index) is { } filled)
            {
                AppendHole(filled.ToString());
                i = end;
                continue;
            }
            _output.Append(raw[i] == '{' ? OpenBrace : CloseBrace);
        }
        return true;
    }

    private bool Constant(SqlPiece piece)
    {
        if (_quoted is not null)
        {
            return _quoted.Add(piece.Value);
        }
        if (!_dialect.Interpolates)
        {
            Keep(piece);
            return true;
        }
        // A hole would become a parameter: the value goes into the text.
        if (piece.Value.IndexOfAny(['"', '\\', '\n', '\r', '{', '}', '\'']) >= 0) return false;
        _output.Append(piece.Value);
        return true;
    }

    private void Keep(SqlPiece piece)
    {
        AppendHole(piece.Expression!.WithoutTrivia() + piece.Format);
        _keepsHoles = true;
    }

    private string Braces(char brace) => new(brace, _text.Style!.IsRaw ? Math.Max(1, _text.Style.Dollars) : 1);

    private bool Hole(SqlPiece piece)
    {
        if (_quoted is not null)
        {
            _quoted.Add(Unescaped(piece));
            return true;
        }
        var type = _model.GetTypeInfo(piece.Expression!, _cancellation).Type;
        switch (piece.Context)
        {
            case SqlContext.Quoted when BeginQuoted():
                _quoted!.Add(Unescaped(piece));
                return true;
            case SqlContext.Value when piece.Format.Length == 0 && type?.SpecialType == SpecialType.System_String:
                _isCertain = false;
                return Send(piece.Expression!, type, MayBeNull(piece.Expression!));
            case SqlContext.Value when piece.Format.Length == 0 && IsPlainNumber(type):
                return Send(piece.Expression!, type, type!.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);
            case SqlContext.List when SqlList.CollectionOf(piece.Expression!, isQuoted: false, _model, _cancellation) is { } collection && _dialect.TakesLists:
                return SendList(collection);
            case SqlContext.Quoted:
                return false;
        }
        // What cannot be sent may stay where it is harmless, unless every hole is sent.
        if (_dialect.Interpolates || !IsSafe(piece.Expression!)) return false;
        Keep(piece);
        return true;
    }

    /// <summary><c>name.Replace("'", "''")</c> doubled the quotes for the literal; a parameter takes the name as it is.</summary>
    private SqlPiece Unescaped(SqlPiece piece) =>
        piece.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace", Expression: var receiver }, ArgumentList.Arguments: { Count: 2 } arguments }
        && Is(arguments[0], "'") && Is(arguments[1], "''") ? piece with { Expression = receiver } : piece;

    private bool Is(ArgumentSyntax argument, string text) => _model.GetConstantValue(argument.Expression, _cancellation).Value?.ToString() == text;

    private bool IsSafe(ExpressionSyntax expression) =>
        HarmlessTypes.Contain(_model.GetTypeInfo(expression, _cancellation).Type)
        || (_model.GetOperation(expression, _cancellation) is { } operation && _flow.OriginsOf(operation, _cancellation) is { IsSafe: true, Origins: not Origin.None });

    private bool MayBeNull(ExpressionSyntax expression) => _model.GetTypeInfo(expression, _cancellation).Nullability.FlowState != NullableFlowState.NotNull;

    /// <summary>Types whose text, as interpolation writes it, is the literal of the same value.</summary>
    private static bool IsPlainNumber(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        return type is { TypeKind: not TypeKind.Enum, SpecialType: SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single };
    }

    /// <summary>Cuts the opening quote, and what stands behind it, off the text before.</summary>
    private bool BeginQuoted()
    {
        var before = _output.ToString();
        var open = before.LastIndexOf('\'');
        if (open < 0 || (open > 0 && before[open - 1] == '\'')) return false;
        var quoted = new QuotedValue();
        if (!quoted.Add(before.Substring(open + 1))) return false;
        // N'…' marks a Unicode literal; a parameter needs no mark.
        var national = open > 0 && before[open - 1] is 'N' or 'n' && (open == 1 || !char.IsLetterOrDigit(before[open - 2]));
        _output.Length = national ? open - 1 : open;
        _quoted = quoted;
        return true;
    }

    private bool EndQuoted()
    {
        var quoted = _quoted!;
        _quoted = null;
        if (_dialect.TakesLists && quoted.Single is { } joined && SqlList.CollectionOf(joined, isQuoted: true, _model, _cancellation) is { } collection) return SendList(collection);
        if (quoted.Holes.Any(hole => SqlList.IsJoin(hole.Expression!))) return false;
        if (_dialect.IsStrictAboutText) _isCertain = false;
        var single = quoted.Single;
        if (single is not null && _model.GetTypeInfo(single, _cancellation).Type is { SpecialType: SpecialType.System_String } text)
            return Send(MayBeNull(single) ? (ExpressionSyntax)SyntaxFactory.ParseExpression($"{Operand(single)} ?? \"\"") : single, text, mayBeNull: false, name: single);
        return Send(SyntaxFactory.ParseExpression(quoted.Interpolation()), _model.Compilation.GetSpecialType(SpecialType.System_String), mayBeNull: false, name: quoted.Holes[0].Expression);
    }

    private static string Operand(ExpressionSyntax expression) => expression is ConditionalExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax ? $"({expression.WithoutTrivia()})" : expression.WithoutTrivia().ToString();

    private bool Send(ExpressionSyntax value, ITypeSymbol? type, bool mayBeNull, ExpressionSyntax? name = null)
    {
        value = value.WithoutTrivia();
        var key = value.ToString();
        var isPure = value.DescendantNodesAndSelf().All(node => node is IdentifierNameSyntax or MemberAccessExpressionSyntax);
        if (!isPure || !_reused.TryGetValue(key, out var parameter))
        {
            parameter = new(ParameterNames.Unique(_dialect.NameOf(name ?? value), _taken), value, type, mayBeNull);
            _parameters.Add(parameter);
            if (isPure) _reused.Add(key, parameter);
        }
        if (_dialect.Interpolates) AppendHole(_dialect.Marker(parameter));
        else _output.Append(_dialect.Marker(parameter));
        return true;
    }

    private void AppendHole(string content) => _output.Append(Braces('{')).Append(content).Append(Braces('}'));

    private bool SendList(ExpressionSyntax collection)
    {
        if (SqlList.Opening(_output.ToString()) is not var (before, isNegated)) return false;
        var parameter = new SqlParameter(ParameterNames.Unique(_dialect.NameOf(collection), _taken), collection.WithoutTrivia(), null, MayBeNull: false);
        _parameters.Add(parameter);
        _output.Clear().Append(before).Append(_dialect.List(parameter, isNegated)).Append(ListEnd);
        return true;
    }

    private ExpressionSyntax? Expression()
    {
        var style = _text.Style!;
        var isInterpolated = _keepsHoles || _dialect.Interpolates;
        if (isInterpolated && style is { IsRaw: true, Dollars: 0 }) return null;
        var doubled = isInterpolated && !style.IsRaw ? 2 : 1;
        var output = ListParenthesis.Replace(_output.ToString(), "").Replace(OpenBrace.ToString(), new string('{', doubled)).Replace(CloseBrace.ToString(), new string('}', doubled));
        if (output.IndexOf(ListEnd) >= 0) return null;
        var dollars = isInterpolated ? new string('$', Math.Max(1, style.Dollars)) : "";
        var expression = SyntaxFactory.ParseExpression(dollars + style.Open + output + style.Close);
        return expression.ContainsDiagnostics ? null : expression.WithTriviaFrom(_text.Expression);
    }
}
