using System.Net;
using System.Reflection;
using BackendStandards.Tests.Testing;
using Microsoft.AspNetCore.Builder;

namespace BackendStandards.Tests.Rules.Contract;

/// <summary>The fix, proven on a server: an endpoint throws before and after, and another one answers as it did.</summary>
public class NoGlobalExceptionHandlingRunTests
{
    private const string Source = """
        Subject.Create().Run();

        public static class Subject
        {
            public static WebApplication Create()
            {
                var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
                builder.Logging.ClearProviders();
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                var app = builder.Build();
                app.MapGet("/api/v1/orders", () => "all");
                app.MapGet("/api/v1/broken", string () => throw new InvalidOperationException("secret detail"));
                return app;
            }
        }
        """;

    [Fact]
    public async Task A_client_gets_problem_details_without_the_details_of_the_exception()
    {
        var repaired = await Fixer.FixAsync(Source, "BST2006");
        Assert.NotEqual(Source, repaired);
        var (before, after) = (await AskAsync(Source), await AskAsync(repaired));
        Assert.Equal(("all", HttpStatusCode.InternalServerError, null, ""), before);
        Assert.Equal(("all", HttpStatusCode.InternalServerError, "application/problem+json"), (after.Orders, after.Status, after.Type));
        Assert.DoesNotContain("secret", after.Body, StringComparison.Ordinal);
        Assert.Contains("\"status\":500", after.Body, StringComparison.Ordinal);
    }

    private static async Task<(string Orders, HttpStatusCode Status, string? Type, string Body)> AskAsync(string source)
    {
        using var image = new MemoryStream();
        var result = Sources.Compile(source).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics) + source);
        await using var app = (WebApplication)Assembly.Load(image.ToArray()).GetType("Subject")!.GetMethod("Create")!.Invoke(null, null)!;
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await client.GetAsync("/api/v1/broken");
        return (await client.GetStringAsync("/api/v1/orders"), answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }
}
