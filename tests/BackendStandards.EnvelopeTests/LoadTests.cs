using BackendStandards.EnvelopeTests.Hosts;

namespace BackendStandards.EnvelopeTests;

/// <summary>Many requests at a time: each answer carries the data of its request.</summary>
public sealed class LoadTests(ProductionHost host) : IClassFixture<ProductionHost>
{
    private const int Requests = 3000;
    private const int AtATime = 8;

    [Theory, Styles]
    public async Task Nothing_is_lost_or_mixed_up(string style)
    {
        var answered = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (number, _) =>
        {
            if (number % 10 == 9)
            {
                await host.Client.FailAsync(HttpMethod.Get, $"/{style}/todos/{1000 + number}", System.Net.HttpStatusCode.NotFound, "NOT_FOUND");
            }
            else
            {
                Assert.Contains($"value-{number}-", (await host.Client.GetDataAsync($"/{style}/echo/value-{number}-")).ToString(), StringComparison.Ordinal);
            }

            Interlocked.Increment(ref answered);
        });

        Assert.Equal(Requests, answered);
    }
}
