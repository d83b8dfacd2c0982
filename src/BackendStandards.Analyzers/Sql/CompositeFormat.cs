using System.Text;

namespace BackendStandards.Analyzers.Sql;

/// <summary>Takes a composite format string (<c>"Id = {0,5:X}"</c>) apart, as <c>string.Format</c> reads it.</summary>
internal static class CompositeFormat
{
    /// <summary>A text (its index is -1), or a hole by its index, with its alignment and format as written (<c>,5:X</c>).</summary>
    public readonly record struct Piece(string Text, int Index, string Format);

    /// <summary>The pieces; null where <c>string.Format</c> would throw.</summary>
    public static IReadOnlyList<Piece>? Parse(string format)
    {
        var pieces = new List<Piece>();
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var here = format[i];
            var doubled = i + 1 < format.Length && format[i + 1] == here;
            if (here is not ('{' or '}'))
            {
                text.Append(here);
            }
            else if (doubled)
            {
                text.Append(here);
                i++;
            }
            else if (here == '}' || format.IndexOf('}', i) is not (var end and > 0))
            {
                return null;
            }
            else
            {
                var hole = format.Substring(i + 1, end - i - 1);
                var digits = hole.TakeWhile(char.IsDigit).Count();
                if (digits is 0 or > 6) return null;
                pieces.Add(new(text.ToString(), -1, ""));
                text.Clear();
                pieces.Add(new("", int.Parse(hole.Substring(0, digits), System.Globalization.CultureInfo.InvariantCulture), hole.Substring(digits).Trim()));
                i = end;
            }
        }
        pieces.Add(new(text.ToString(), -1, ""));
        return pieces;
    }
}
