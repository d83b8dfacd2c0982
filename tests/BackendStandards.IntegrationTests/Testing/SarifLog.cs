using System.Text.Json;

namespace BackendStandards.IntegrationTests.Testing;

/// <summary>A SARIF 2.1 log as the compiler writes it, read down to the results and rules of ours.</summary>
internal sealed class SarifLog
{
    private SarifLog(IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, JsonElement> rules) => (Findings, Rules) = (findings, rules);

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The rules by id, as they stand in the log.</summary>
    public IReadOnlyDictionary<string, JsonElement> Rules { get; }

    public static SarifLog Read(string path, string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var run = document.RootElement.GetProperty("runs")[0].Clone();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Where(rule => IsOurs(rule.GetProperty("id"))).ToDictionary(rule => rule.GetProperty("id").GetString()!);
        var findings = run.GetProperty("results").EnumerateArray().Where(result => IsOurs(result.GetProperty("ruleId")))
            .Select(result => Read(result, folder)).OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ToList();
        return new(findings, rules);
    }

    private static bool IsOurs(JsonElement id) => id.GetString()!.StartsWith("BST", StringComparison.Ordinal);

    private static Finding Read(JsonElement result, string folder)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var path = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath;
        return new(Path.GetRelativePath(folder, path).Replace('\\', '/'), place.GetProperty("region").GetProperty("startLine").GetInt32(), result.GetProperty("ruleId").GetString()!)
        {
            Level = result.GetProperty("level").GetString()!,
            Suppressed = result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0,
        };
    }
}
