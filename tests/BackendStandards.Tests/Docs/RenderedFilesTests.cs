using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Docs;

/// <summary>Rendered files are current. Run the tests with <c>BACKENDSTANDARDS_ACCEPT=1</c> to have them written.</summary>
public class RenderedFilesTests
{
    [Fact]
    public void Rendered_files_are_current()
    {
        var accept = Environment.GetEnvironmentVariable("BACKENDSTANDARDS_ACCEPT") == "1";
        var stale = new List<string>();
        foreach (var (path, text) in DocsRenderer.Files())
        {
            var file = Repository.PathOf(path.Split('/'));
            if (File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text) continue;
            if (accept) Write(file, text);
            else stale.Add(path);
        }
        Assert.True(stale.Count == 0, $"Stale: {string.Join(", ", stale)}. Run the tests with BACKENDSTANDARDS_ACCEPT=1 to write them.");
    }

    [Fact]
    public void Every_clause_is_served_or_planned()
    {
        var served = Shipped.Rules.SelectMany(rule => RuleTags.Clauses(rule.Rule)).ToHashSet();
        var planned = Repository.Read("docs", "standard.planned.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToHashSet();
        Assert.Empty(served.Except(Standard.Clauses.Select(clause => clause.Id)));
        Assert.Empty(planned.Intersect(served));
        Assert.Empty(Standard.Clauses.Select(clause => clause.Id).Except(served).Except(planned));
        Assert.Empty(planned.Except(Standard.Clauses.Select(clause => clause.Id)));
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
