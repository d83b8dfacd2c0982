using System.Net;
using System.Reflection;
using BackendStandards.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BackendStandards.Tests.Rules.Api;

/// <summary>The fix, proven on a server: a hundred thousand rows are asked for before and after.</summary>
public class PageSizeFixRunTests
{
    private const string Rows = "private static readonly IQueryable<int> Rows = Enumerable.Range(1, 5000).AsQueryable();";

    [Theory]
    [InlineData("""app.MapGet("/rows", (int size) => { return Rows.Take(size).Count(); });""")]
    [InlineData("""app.MapGet("/rows", (int? size) => Rows.Take(size ?? 20).Count());""")]
    public async Task A_handler_reads_a_hundred_rows_at_most(string mapping)
    {
        var (before, after) = await BothAsync($"public class Subject {{ {Rows} public static void Run(WebApplication app) {{ {mapping} }} }}");
        Assert.Equal("5000", await AskAsync(before, 100_000));
        Assert.Equal("100", await AskAsync(after, 100_000));
        Assert.Equal("7", await AskAsync(before, 7));
        Assert.Equal("7", await AskAsync(after, 7));
    }

    [Fact]
    public async Task A_controller_turns_a_huge_page_away()
    {
        var (before, after) = await BothAsync($$"""
            using Microsoft.AspNetCore.Mvc;
            public static class Subject { public static void Run(WebApplication app) => app.MapControllers(); }
            [ApiController]
            public class RowsController : ControllerBase
            {
                {{Rows}}
                [HttpGet("/rows")]
                public int List(int size) => Rows.Take(size).Count();
            }
            """);
        Assert.Equal("5000", await AskAsync(before, 100_000));
        Assert.Equal("BadRequest", await AskAsync(after, 100_000));
        Assert.Equal("7", await AskAsync(after, 7));
    }

    private static async Task<(MethodInfo Before, MethodInfo After)> BothAsync(string source)
    {
        var repaired = await Fixer.FixAsync(source, "BST1041");
        Assert.NotEqual(source, repaired);
        return (Load(source), Load(repaired));
    }

    private static async Task<string> AskAsync(MethodInfo map, int size)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddControllers().AddApplicationPart(map.DeclaringType!.Assembly);
        await using var app = builder.Build();
        map.Invoke(null, [app]);
        await app.StartAsync();
        using var client = new HttpClient();
        using var answer = await client.GetAsync($"{app.Urls.Single()}/rows?size={size}");
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : answer.StatusCode.ToString();
    }

    private static MethodInfo Load(string source)
    {
        using var image = new MemoryStream();
        var result = Sources.Compile(source).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics) + source);
        return Assembly.Load(image.ToArray()).GetType("Subject")!.GetMethod("Run")!;
    }
}
