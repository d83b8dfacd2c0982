using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Sql;

namespace BackendStandards.Analyzers.Rules;

/// <summary>Says in the user's words what is wrong with a SQL text, and the remedy that fits the place of the hole.</summary>
internal static class SqlFinding
{
    private const int LongestName = 60;

    public static string Describe(FlowFinding finding)
    {
        var value = finding.Value;
        var hole = (value.Hole ?? value.Source)?.Syntax.ToString() ?? "";
        var name = hole.Length is 0 or > LongestName || hole.Contains('"') || hole.Contains('\n') ? "an expression" : $"'{hole}'";
        if ((value.Origins & Origin.Request) != 0 && finding.SourceInText is var source && source != name) name = $"{name} ({source})";
        if (value.Joined == Origin.None) return $"is whatever {name} holds: send a constant text with parameters";
        return value.Hole?.Syntax is { } syntax && SqlText.ContextOf(syntax, finding.Flow.Code.Model(syntax.SyntaxTree), finding.Cancellation) == SqlContext.Identifier
            ? $"joins in {name} where a name or keyword stands: choose it from a fixed list"
            : $"joins in {name}: pass it as a parameter";
    }
}
