using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Reads <c>.model</c> files. A line that cannot be read is skipped and named, never an exception.</summary>
internal static class ModelParser
{
    /// <summary>The rows of a file and the numbers of the lines that are none, counted from 0.</summary>
    public static (ImmutableArray<ModelRow> Rows, ImmutableArray<int> BadLines) Parse(string text)
    {
        var rows = ImmutableArray.CreateBuilder<ModelRow>();
        var bad = ImmutableArray.CreateBuilder<int>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (ParseLine(line) is { } row) rows.Add(row);
            else bad.Add(i);
        }
        return (rows.ToImmutable(), bad.ToImmutable());
    }

    private static ModelRow? ParseLine(string line)
    {
        var inputs = ImmutableArray<RowInput>.Empty;
        var head = line;
        if (line.IndexOf('(') is var open and >= 0)
        {
            if (line[line.Length - 1] != ')') return null;
            inputs = line.Substring(open + 1, line.Length - open - 2).Split(',').Select(input => input.Trim()).Where(input => input.Length > 0).Select(RowInput.Parse).ToImmutableArray();
            head = line.Substring(0, open);
        }
        var words = head.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !char.IsLetter(words[0][0]) || !Enum.TryParse(words[0], ignoreCase: true, out RowKind kind) || !Enum.IsDefined(typeof(RowKind), kind)) return null;
        var (fewest, most) = kind switch
        {
            RowKind.Sink or RowKind.Source or RowKind.Guard => (3, 3),
            RowKind.Harmless => (2, 3),
            _ => (2, 2),
        };
        if (words.Length < fewest || words.Length > most) return null;
        var target = words[words.Length - 1];
        var dot = target.LastIndexOf('.');
        if (dot <= 0 || dot == target.Length - 1) return null;
        // That a path is absolute is for those to see who read the whole member.
        var names = inputs.Where(input => !input.IsCondition && input.Type != RowInput.FullPath).Select(input => input.Name).ToImmutableArray();
        return new(kind, words.Length == 3 ? words[1] : "", target.Substring(0, dot), target.Substring(dot + 1), names, inputs, line);
    }
}
