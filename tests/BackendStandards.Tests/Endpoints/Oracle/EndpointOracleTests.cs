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
    public async Task The_model_says_what_the_running_application_says(string host)
    {
        var model = Model.OfValid(File.ReadAllText(Repository.PathOf("tests", "BackendStandards.Tests", "Endpoints", "Oracle", "Hosts", host + ".cs")));

        var running = await RunningHost.AskAsync(model.Compilation, RuntimeRows.Of);

        var differences = Differences(running, ModelRows.Of(model), Excused.GetValueOrDefault(host) ?? []);
        Assert.True(differences.Length == 0, "\n" + differences);
    }

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
