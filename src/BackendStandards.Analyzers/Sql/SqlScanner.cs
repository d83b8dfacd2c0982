using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Sql;

/// <summary>
/// Reads the constant pieces of a statement, token by token, and says where each hole stands. It knows no dialect: where dialects differ,
/// or the text is of a form that it does not know, the answer is <see cref="SqlContext.Unknown"/>.
/// </summary>
internal sealed class SqlScanner
{
    private static readonly HashSet<string> BeforeValue = new(StringComparer.OrdinalIgnoreCase)
        { "=", "<", ">", "<=", ">=", "<>", "!=", "==", "+", "-", "*", "/", "%", "||", "LIKE", "ILIKE", "GLOB", "LIMIT", "OFFSET", "BETWEEN", "THEN", "ELSE", "WHEN" };

    private static readonly HashSet<string> BeforeName = new(StringComparer.OrdinalIgnoreCase)
    {
        "FROM", "JOIN", "INTO", "UPDATE", "TABLE", "BY", "VIEW", "INDEX", "SELECT", "DISTINCT", "EXEC", "EXECUTE", "CALL", "USE", "DATABASE", "SCHEMA", "SET", "DROP",
        "COLUMN", "ADD", "ALTER", "TRUNCATE", "PROCEDURE", "COLLATE", "ASC", "DESC", "AS", ".",
    };

    /// <summary>Statements that change the schema, rights or settings: no database takes parameters in them.</summary>
    private static readonly HashSet<string> WithoutParameters = new(StringComparer.OrdinalIgnoreCase)
        { "PRAGMA", "CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "DENY", "USE", "SET", "COPY", "COMMENT", "NOTIFY", "LISTEN", "DO", "BACKUP", "RESTORE", "TRUNCATE", "SHOW", "KILL", "LOAD" };

    /// <summary>What makes a literal of another type of the quoted text behind it: DATE '…', E'…'.</summary>
    private static readonly HashSet<string> LiteralTypes = new(StringComparer.OrdinalIgnoreCase)
        { "DATE", "TIME", "TIMESTAMP", "TIMESTAMPTZ", "DATETIME", "INTERVAL", "E", "X", "B", "&" };

    private static readonly HashSet<string> BeforeQuotedName = new(StringComparer.OrdinalIgnoreCase) { "AS", "FROM", "JOIN", "INTO", "UPDATE", "TABLE", "BY" };

    private readonly List<string> _tokens = [];
    private readonly Stack<(string Before, int Tokens)> _parentheses = new();
    private char _quote;
    private bool _glued;
    private bool _comment;
    private bool _inOrder;
    private bool _between;

    /// <summary>The same pieces, with the context of each hole.</summary>
    public static ImmutableArray<SqlPiece> Scan(ImmutableArray<SqlPiece> pieces)
    {
        var scanner = new SqlScanner();
        var found = ImmutableArray.CreateBuilder<SqlPiece>(pieces.Length);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Kind != SqlPieceKind.Hole)
            {
                scanner.Read(pieces[i].Value);
                found.Add(pieces[i]);
            }
            else
            {
                found.Add(pieces[i] with { Context = scanner.ContextBefore(i + 1 < pieces.Length ? pieces[i + 1].Value : "") });
                scanner.ReadHole();
            }
        }
        return found.MoveToImmutable();
    }

    private SqlContext ContextBefore(string next)
    {
        if (_comment) return SqlContext.Unknown;
        if (WithoutParameters.Contains(LastStatement())) return SqlContext.Identifier;
        if (_quote == '\'') return LiteralTypes.Contains(Last(0)) ? SqlContext.Unknown : BeforeQuotedName.Contains(Last(0)) ? SqlContext.Identifier : SqlContext.Quoted;
        if (_quote != '\0' || _glued || (next.Length > 0 && (IsWord(next[0]) || next[0] == '.'))) return SqlContext.Identifier;
        var last = Last(0);
        if (last is "(" or ",") return InParentheses(last, next);
        if (BeforeValue.Contains(last) || (_between && last.Equals("AND", StringComparison.OrdinalIgnoreCase))) return SqlContext.Value;
        if (BeforeName.Contains(last) || _inOrder) return SqlContext.Identifier;
        return SqlContext.Unknown;
    }

    private SqlContext InParentheses(string last, string next)
    {
        if (_parentheses.Count == 0) return _inOrder || StartsSelect() ? SqlContext.Identifier : SqlContext.Unknown;
        var (before, tokens) = _parentheses.Peek();
        if (before.Equals("IN", StringComparison.OrdinalIgnoreCase)) return last == "(" && next.TrimStart().StartsWith(")", StringComparison.Ordinal) ? SqlContext.List : SqlContext.Value;
        if (before.Equals("VALUES", StringComparison.OrdinalIgnoreCase)) return SqlContext.Value;
        // VALUES (…), (…): a later row.
        if (before == "," && _tokens.LastIndexOf("VALUES") is >= 0 and var values && values < tokens) return SqlContext.Value;
        return SqlContext.Unknown;
    }

    private bool StartsSelect() => _tokens.Count > 0 && _tokens[0] == "SELECT" && !_tokens.Contains("FROM");

    private string LastStatement() => _tokens.Count == 0 ? "" : _tokens[_tokens.LastIndexOf(";") + 1 < _tokens.Count ? _tokens.LastIndexOf(";") + 1 : _tokens.Count - 1];

    private string Last(int back) => _tokens.Count > back ? _tokens[_tokens.Count - 1 - back] : "";

    private void ReadHole()
    {
        if (_quote == '\0' && !_comment) Push("?");
        _glued = _quote == '\0' && !_comment;
    }

    private void Read(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var here = text[i];
            if (_comment)
            {
                // A comment ends where its kind ends; only line comments go on over a hole unharmed.
                _comment = here != '\n';
            }
            else if (_quote != '\0')
            {
                if (here == _quote) _quote = '\0';
                // A doubled quote closes and opens at once: the state is the same.
                if (_quote == '\0') Push("'…'");
            }
            else if (here is '\'' or '"' or '`' or '[')
            {
                _quote = here == '[' ? ']' : here;
            }
            else if (here == '-' && i + 1 < text.Length && text[i + 1] == '-')
            {
                _comment = true;
            }
            else if (here == '/' && i + 1 < text.Length && text[i + 1] == '*')
            {
                var end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                if (end < 0) _quote = '\x1';
                i = end < 0 ? text.Length : end + 1;
            }
            else if (IsWord(here))
            {
                var start = i;
                while (i + 1 < text.Length && IsWord(text[i + 1])) i++;
                Push(text.Substring(start, i - start + 1).ToUpperInvariant());
            }
            else if (!char.IsWhiteSpace(here))
            {
                var two = i + 1 < text.Length ? text.Substring(i, 2) : "";
                if (two is "<=" or ">=" or "<>" or "!=" or "==" or "||") i++;
                else two = here.ToString();
                Push(two);
            }
            _glued = text.Length > 0 && IsWord(text[text.Length - 1]) && _quote == '\0' && !_comment;
        }
    }

    private void Push(string token)
    {
        switch (token)
        {
            case "(": _parentheses.Push((Last(0), _tokens.Count)); break;
            case ")" when _parentheses.Count > 0: _parentheses.Pop(); break;
            case "BY": _inOrder = Last(0) is "ORDER" or "GROUP"; break;
            case "BETWEEN": _between = true; break;
            case "AND" or "OR" when !_between: break;
            case "LIMIT" or "OFFSET" or "FETCH" or "WHERE" or "HAVING" or ";": _inOrder = _between = false; break;
        }
        if (_between && Last(0) == "AND") _between = false;
        _tokens.Add(token);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '@' or '$' or '#';
}
