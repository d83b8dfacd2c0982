using System.Text.Json;
using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>The fixes of the envelope's rules, proven by asking: the shop done wrong answers bare before and in the format after.</summary>
public sealed class EnvelopeFixTests
{
    private static readonly string[] Paths =
        ["/api/v1/baskets/1", "/api/v1/baskets/101", "/api/v1/baskets/1/total", "/api/v1/baskets/1/checkout", "/api/v1/wishlists/1", "/api/v1/wishlists/101", "/api/v1/wishlists/1/first", "/api/v1/vouchers?page=2&pageSize=2", "/api/v1/nowhere"];

    [Fact]
    public async Task The_fixed_shop_answers_in_the_format()
    {
        var project = TestProject.FromSample("Storefront.Violations", "Storefront.Violations-envelope");
        (await project.BuildAsync()).Cli.MustSucceed();
        var before = await AskAsync(project);

        (await DotnetCli.RunAsync(project.Folder, "format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", "BST2001", "BST2003", "BST2004", "BST2005", "BST2090", "BST2091")).MustSucceed();
        var build = await project.BuildAsync("--no-restore");
        build.Cli.MustSucceed();
        var after = await AskAsync(project);

        Assert.DoesNotContain(build.Findings, finding => finding.Rule is "BST2001" or "BST2003" or "BST2005" or "BST2090");
        Assert.All(Paths.Where(path => !IsInFormatBefore(path)), path => Assert.DoesNotContain("\"success\"", before[path].Body, StringComparison.Ordinal));
        Assert.All(Paths, path =>
        {
            Assert.Equal(before[path].Status, after[path].Status);
            using var body = JsonDocument.Parse(after[path].Body);
            Assert.Equal(after[path].Status < 400, body.RootElement.GetProperty("success").GetBoolean());
            Assert.True(body.RootElement.TryGetProperty(after[path].Status < 400 ? "data" : "error", out _), after[path].Body);
        });
        Assert.DoesNotContain("\"meta\"", before["/api/v1/vouchers?page=2&pageSize=2"].Body, StringComparison.Ordinal);
        Assert.Contains("\"meta\":{\"page\":2,\"pageSize\":2,\"total\":3}", after["/api/v1/vouchers?page=2&pageSize=2"].Body, StringComparison.Ordinal);
        Assert.Contains("There is no such basket.", after["/api/v1/baskets/101"].Body, StringComparison.Ordinal);
    }

    // By hand, with a code of its own, or without its meta.
    private static bool IsInFormatBefore(string path) => path.EndsWith("/total", StringComparison.Ordinal) || path.EndsWith("/checkout", StringComparison.Ordinal) || path.Contains("/vouchers", StringComparison.Ordinal);

    private static Task<Dictionary<string, (int Status, string Body)>> AskAsync(TestProject project) => project.AskAsync("Storefront.Violations", Paths, ("Database__Path", project.PathOf("asked.db")));
}
