using System.Text;
using System.Text.RegularExpressions;

namespace BackendStandards.IntegrationTests.Testing;

/// <summary>The marks of a sample: a line with a finding ends with <c>// expect BSTnnnn</c>, twice where there are two.</summary>
internal static partial class Expectations
{
    public static IReadOnlyList<Finding> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(folder, "appsettings*.json")).Order(StringComparer.Ordinal).SelectMany(file => InFile(folder, file))];

    /// <summary>What is missing and what is too much, by place; empty where both are the same.</summary>
    public static string Compare(IReadOnlyList<Finding> expected, IReadOnlyList<Finding> actual)
    {
        var text = new StringBuilder();
        foreach (var missing in Less(expected, actual)) text.AppendLine($"missing  {missing}");
        foreach (var surplus in Less(actual, expected)) text.AppendLine($"surplus  {surplus}");
        return text.ToString();
    }

    private static IEnumerable<Finding> Less(IReadOnlyList<Finding> some, IReadOnlyList<Finding> others)
    {
        var rest = others.ToList();
        foreach (var finding in some)
            if (rest.FindIndex(finding.IsAt) is >= 0 and var index) rest.RemoveAt(index);
            else yield return finding;
    }

    private static IEnumerable<Finding> InFile(string folder, string file) =>
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        from Match mark in Mark().Matches(line.Text)
        select new Finding(Path.GetRelativePath(folder, file).Replace('\\', '/'), line.Number, mark.Groups[1].Value);

    [GeneratedRegex(@"// expect (BST\d{4})")]
    private static partial Regex Mark();
}
