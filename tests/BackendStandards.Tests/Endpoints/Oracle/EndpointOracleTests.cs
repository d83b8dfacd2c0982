using System.Text;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Endpoints.Oracle;

/// <summary>
/// The oracle: hosts of the tests' own run in this process and list their endpoints; the model reads the same sources. Endpoint by endpoint, both say the same.
/// </summary>
public class EndpointOracleTests
{
    // Known differences, each with its reason; one that is none any more fails the test too.
    private static readonly Dictionary<string, Dictionary<string, string>> Excused = new()
    {
        ["Minimal"] = new() { ["GET /versions/implicit: versions"] = "an endpoint of a versioned API that names no version: the model says unknown" },
        ["Controllers"] = new() { ["POST /plain/{id}: versions"] = "the versioning library looks at controllers with [ApiController] alone; the model tells what is declared" },
    };

    [Theory]
    [InlineData("Minimal")]
    [InlineData("Controllers")]
    [InlineData("GlobalFilter")]
    [InlineData("Fallback")]
    [InlineData("Libraries")]
    [InlineData("Graph")]
    [InlineData("Entries")]
    [InlineData("Shapes")]
    public async Task The_model_says_what_the_running_application_says(string host)
    {
        var model = HostOf(host);

        var running = await RunningHost.AskAsync(model.Compilation, RuntimeRows.Of);

        var differences = Differences(running, ModelRows.Of(model), Excused.GetValueOrDefault(host) ?? []);
        Assert.True(differences.Length == 0, "\n" + differences);
    }

    [Fact]
    public async Task The_model_says_what_the_document_of_Swashbuckle_says()
    {
        var model = HostOf("Swagger");
        var running = await RunningHost.AskAsync(model.Compilation, SwaggerRows.Of);
        var differences = Differences(running, ModelRows.Of(model).FindAll(static row => row.Facts["excluded"] == "No"), []);
        Assert.True(differences.Length == 0, "\n" + differences);
    }

    [Theory]
    [InlineData("Graph")]
    [InlineData("Entries")]
    [InlineData("Libraries")]
    public async Task The_model_finds_what_is_reached_by_other_ways_than_endpoints(string host)
    {
        var model = HostOf(host);
        var running = await RunningHost.AskAsync(model.Compilation, EntryRows.Of);
        Assert.Equal(string.Join("\n", running), string.Join("\n", EntryRows.Of(model).Where(static line => !line.StartsWith("Grpc", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_cannot_be_seen_is_unknown_and_never_wrong()
    {
        var model = HostOf("Unseen");
        var running = await RunningHost.AskAsync(model.Compilation, RuntimeRows.Of);
        var modelled = ModelRows.Of(model);
        Assert.Equal(running.Count, modelled.Count);
        foreach (var row in running)
        {
            // A transformer spells the tokens otherwise; the model keeps their words, which the rules about names ask for, and says that the route is not all seen.
            var same = row.Route == "/things-x/all-x" ? modelled.Find(static candidate => candidate.Route == "/\u2026/Things/All") : modelled.Find(candidate => candidate.Verbs == row.Verbs && candidate.Route.Split('\u00bf', '\u2026') is { Length: > 1 } parts && EndpointRow.Normal(row.Route).EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase));
            Assert.True(same is not null, $"missing {row.Key} in {string.Join("; ", modelled.Select(one => one.Key))}");
            modelled.Remove(same);
            foreach (var fact in new[] { "authorization", "rateLimit", "cors", "cache" })
                Assert.True(same.Facts[fact] is "Unknown" or "?" || same.Facts[fact] == row.Facts[fact], $"{row.Key}: {fact} is '{row.Facts[fact]}', not '{same.Facts[fact]}'");
        }
    }

    private static Model HostOf(string host) => Model.OfValid(File.ReadAllText(Repository.PathOf("tests", "BackendStandards.Tests", "Endpoints", "Oracle", "Hosts", host + ".cs")));

    private static string Differences(List<EndpointRow> running, List<EndpointRow> modelled, Dictionary<string, string> excused)
    {
        var (text, seen) = (new StringBuilder(), new HashSet<string>());
        foreach (var row in running)
        {
            // Versions answer at one route side by side.
            var same = modelled.Where(candidate => candidate.Key == row.Key).OrderBy(candidate => Unlike(row, candidate).Count).FirstOrDefault();
            if (same is null)
            {
                text.AppendLine($"missing  {row.Key}");
                continue;
            }
            modelled.Remove(same);
            foreach (var fact in Unlike(row, same))
                if (excused.ContainsKey($"{row.Key}: {fact}")) seen.Add($"{row.Key}: {fact}");
                else text.AppendLine($"{row.Key}: {fact} is '{row.Facts[fact]}', not '{same.Facts[fact]}'");
        }
        foreach (var row in modelled) text.AppendLine($"surplus  {row.Key}");
        foreach (var entry in excused.Keys.Except(seen)) text.AppendLine($"{entry} needs no excuse");
        return text.ToString();
    }

    private static List<string> Unlike(EndpointRow running, EndpointRow modelled) =>
        [.. running.Facts.Where(fact => modelled.Facts.GetValueOrDefault(fact.Key) != fact.Value).Select(fact => fact.Key)];
}
