using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Logging;

/// <summary>The holes of a message template or composite format string: <c>{User}</c>, <c>{@Order,-10:N2}</c>, <c>{0}</c>. Doubled braces are text.</summary>
internal static class MessageTemplate
{
    /// <summary>The holes in the order of the text; empty where a brace is left open.</summary>
    public static ImmutableArray<TemplateHole> HolesOf(string text)
    {
        var holes = ImmutableArray.CreateBuilder<TemplateHole>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}')) continue;
            if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                i++;
                continue;
            }
            if (text[i] == '}') continue;
            var end = text.IndexOf('}', i);
            if (end < 0) return ImmutableArray<TemplateHole>.Empty;
            holes.Add(new TemplateHole(i, end + 1 - i, NameIn(text.Substring(i + 1, end - i - 1))));
            i = end;
        }
        return holes.ToImmutable();
    }

    private static string NameIn(string hole)
    {
        var end = hole.IndexOfAny([',', ':']);
        return (end < 0 ? hole : hole.Substring(0, end)).TrimStart('@', '$').Trim();
    }
}
