using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Index;

/// <summary>
/// Finds identifiers in the text of a C# file without its syntax tree, whose nodes would have to be made for it: five times as quick. It may name
/// words in comments and strings too, which whoever asks for a position finds out from the token there; it misses none that a token holds.
/// </summary>
internal static class IdentifierScanner
{
    private const int ChunkLength = 32 * 1024;

    /// <summary>Words that can stand before an assigned name and are no type.</summary>
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal) { "var", "else", "do", "return", "await", "ref", "in", "case", "when", "throw", "yield", "is", "as", "not", "and", "or", "out" };

    /// <summary>Adds each word with its position; constructor calls without a name under the prefix and the type's name as far as the text shows it. False where the text needs a real lexer.</summary>
    public static bool TryScan(SourceText text, string creationPrefix, WordTable.Builder found, CancellationToken cancellation)
    {
        var scan = new Scan(creationPrefix, found);
        var chunk = new char[Math.Min(ChunkLength, Math.Max(1, text.Length))];
        for (var start = 0; start < text.Length; start += chunk.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var length = Math.Min(chunk.Length, text.Length - start);
            text.CopyTo(start, chunk, 0, length);
            for (var i = 0; i < length; i++)
                if (!scan.Next(chunk[i], start + i)) return false;
        }
        scan.End();
        return true;
    }

    private static bool IsWordPart(char c) => c < 128 ? (uint)((c | 0x20) - 'a') < 26 || (uint)(c - '0') < 10 || c == '_' : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.ConnectorPunctuation or System.Globalization.UnicodeCategory.LetterNumber or System.Globalization.UnicodeCategory.Format;

    /// <summary>The last words and marks, which tell what a bare <c>new(</c>, <c>this(</c> or <c>base(</c> makes.</summary>
    private sealed class Scan(string creationPrefix, WordTable.Builder found)
    {
        private char[] _word = new char[64];
        private int _length;
        private uint _hash;
        private int _start;
        private string _last = "", _beforeLast = "", _type = "";
        private string _creation = "";
        private int _creationAt;
        private char _mark;
        private bool _escaped;

        public bool Next(char c, int position)
        {
            // A unicode escape may be part of an identifier.
            if (_escaped && c is 'u' or 'U' or 'x') return false;
            _escaped = c == '\\';
            if (IsWordPart(c))
            {
                if (_length == 0) (_start, _hash) = (position, NameFilter.Seed);
                if (_length == _word.Length) Array.Resize(ref _word, _length * 2);
                _word[_length++] = c;
                _hash = NameFilter.Next(_hash, c);
                return true;
            }
            if (_length > 0) Word();
            if (c is ' ' or '\t') return true;
            // A declaration that goes over the end of its line is left to the bucket without a name, and so is what a comment says before it.
            if (c is '\r' or '\n') (_beforeLast, _last) = ("", "");
            else Mark(c);
            return true;
        }

        public void End()
        {
            if (_length > 0) Word();
        }

        private void Word()
        {
            // What begins with a digit is no identifier, but stands between two.
            var word = char.IsDigit(_word[0]) ? "0" : found.Add(_word, _length, NameFilter.End(_hash), _start);
            _length = 0;
            if (word is "new" or "this" or "base")
            {
                _creation = word;
                _creationAt = _start;
                // "Type name = new", "Type Name => new"
                _type = word == "new" && _mark is '=' or '>' && !Keywords.Contains(_beforeLast) ? _beforeLast : "";
            }
            else _creation = "";
            (_beforeLast, _last, _mark) = (_last, word, '\0');
        }

        private void Mark(char c)
        {
            if (c == '(' && _creation.Length > 0) Created();
            _creation = "";
            // What stands before a "Type<T> name" or "Type[] name" is left to the bucket without a name.
            var isAssignment = c == '=' && _mark == '\0';
            var isArrow = c == '>' && _mark == '=';
            if (c != '?' && !isAssignment && !isArrow) (_beforeLast, _last) = ("", "");
            _mark = c;
        }

        private void Created()
        {
            // Whose ": this(…)" or ": base(…)" it is, the tree tells.
            found.Add(_creation == "new" ? creationPrefix + _type : TreeIndex.Initializers, _creationAt);
        }
    }
}
