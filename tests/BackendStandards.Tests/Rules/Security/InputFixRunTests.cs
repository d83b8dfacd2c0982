using System.Net;
using System.Reflection;
using BackendStandards.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BackendStandards.Tests.Rules.Security;

/// <summary>Fixes are proven by running: violating and fixed code meet a folder, a process and a server. The attack works before and fails after; ordinary input gives the same.</summary>
public sealed class InputFixRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bst").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Paths =>
    [
        """return System.IO.File.ReadAllText(Path.Combine(root, name));""",
        """return System.IO.File.ReadAllText(root + "/" + name);""",
        """return System.IO.File.ReadAllText($"{root}/{name}");""",
        """var path = Path.Combine(root, name); using var reader = new StreamReader(path); return reader.ReadToEnd();""",
        """return System.IO.File.ReadAllText(Path.GetFullPath(Path.Combine(root, name)));""",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_path_stays_in_its_folder(string body)
    {
        var root = Directory.CreateDirectory(Path.Combine(_folder, "public")).FullName;
        File.WriteAllText(Path.Combine(root, "menu.txt"), "menu");
        File.WriteAllText(Path.Combine(_folder, "secret.txt"), "secret");
        var (before, after) = await BothAsync("BST3025", $$"""
            using Microsoft.AspNetCore.Mvc;
            public class Subject : ControllerBase
            {
                private readonly string root = {{Quoted(root)}};
                public string Run(string name)
                {
                    {{body}}
                }
            }
            """);
        Assert.Equal("menu", Invoke(before, "menu.txt"));
        Assert.Equal("menu", Invoke(after, "menu.txt"));
        Assert.Equal("secret", Invoke(before, "../secret.txt"));
        Assert.ThrowsAny<IOException>(() => Invoke(after, "../secret.txt"));
    }

    public static TheoryData<string> Commands =>
    [
        """var start = new ProcessStartInfo("printf") { Arguments = $"[%s] -n \"{name}\"", RedirectStandardOutput = true }; return Output(start);""",
        """var start = new ProcessStartInfo("printf"); start.RedirectStandardOutput = true; start.Arguments = "[%s] -n " + name; return Output(start);""",
        """
        var start = new ProcessStartInfo("printf", $"[%s] -n {name}") { RedirectStandardOutput = true };
        return Output(start);
        """,
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_value_stays_one_argument(string body)
    {
        var (before, after) = await BothAsync("BST3024", $$"""
            using System.Diagnostics;
            using Microsoft.AspNetCore.Mvc;
            public class Subject : ControllerBase
            {
                public string Run(string name)
                {
                    {{body}}
                }
                private static string Output(ProcessStartInfo start)
                {
                    using var process = Process.Start(start)!;
                    var text = process.StandardOutput.ReadToEnd();
                    process.WaitForExit();
                    return text;
                }
            }
            """);
        Assert.Equal("[-n][photo]", Invoke(before, "photo"));
        Assert.Equal("[-n][photo]", Invoke(after, "photo"));
        Assert.Contains("[--evil]", Invoke(before, "a\" --evil \"b") + Invoke(before, "a --evil b"));
        Assert.Equal("[-n][a\" --evil \"b]", Invoke(after, "a\" --evil \"b"));
        Assert.Equal("[-n][a --evil b]", Invoke(after, "a --evil b"));
    }

    public static TheoryData<string> Redirects =>
    [
        """app.MapGet("/go", (string to) => Results.Redirect(to));""",
        """app.MapGet("/go", (string to) => TypedResults.Redirect(to));""",
        """app.MapGet("/go", (string? to) => Results.Redirect(to ?? "/"));""",
        """app.MapGet("/go", (string to) => Results.Redirect(url: to, permanent: false));""",
    ];

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_stays_on_the_server(string mapping)
    {
        var (before, after) = await BothAsync("BST3013", $$"""
            public static class Subject
            {
                public static void Run(WebApplication app)
                {
                    {{mapping}}
                }
            }
            """);
        Assert.Equal("/orders", await FollowAsync(before, "/orders"));
        Assert.Equal("/orders", await FollowAsync(after, "/orders"));
        foreach (var evil in new[] { "https://evil.example/", "//evil.example/" })
        {
            Assert.Equal(evil, await FollowAsync(before, evil));
            Assert.Equal("InternalServerError", await FollowAsync(after, evil));
        }
    }

    [Theory]
    [InlineData("""app.MapGet("/go", (string to) => Results.Content($"<p>Hello {to}</p>", "text/html"));""")]
    [InlineData("""app.MapGet("/go", (string to) => Results.Content("<p>Hello " + to + "</p>", "text/html"));""")]
    [InlineData("""app.MapGet("/go", (string to) => { var page = $"<p>Hello {to}</p>"; return Results.Content(page, "text/html"); });""")]
    public async Task A_page_shows_the_value_as_text(string mapping)
    {
        var (before, after) = await BothAsync("BST3010", $"public static class Subject {{ public static void Run(WebApplication app) {{ {mapping} }} }}");
        Assert.Equal("<p>Hello Ann</p>", await FollowAsync(before, "Ann"));
        Assert.Equal("<p>Hello Ann</p>", await FollowAsync(after, "Ann"));
        Assert.Contains("<script>", await FollowAsync(before, "<script>alert(1)</script>"));
        Assert.DoesNotContain("<script>", await FollowAsync(after, "<script>alert(1)</script>"));
    }

    private static async Task<(MethodInfo Before, MethodInfo After)> BothAsync(string id, string source)
    {
        var repaired = await Fixer.FixAsync(source, id);
        Assert.NotEqual(source, repaired);
        return (Load(source), Load(repaired));
    }

    private static string Invoke(MethodInfo run, string name)
    {
        try
        {
            return (string)run.Invoke(Activator.CreateInstance(run.DeclaringType!), [name])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }

    /// <summary>The place that the answer sends the browser to, else its body, else its status.</summary>
    private static async Task<string> FollowAsync(MethodInfo map, string to)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        map.Invoke(null, [app]);
        await app.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync($"{app.Urls.Single()}/go?to={Uri.EscapeDataString(to)}");
        return answer.Headers.Location?.OriginalString ?? (answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : answer.StatusCode.ToString());
    }

    private static MethodInfo Load(string source)
    {
        using var image = new MemoryStream();
        var result = Sources.Compile(source).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics) + source);
        return Assembly.Load(image.ToArray()).GetType("Subject")!.GetMethod("Run")!;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\")}\"";
}
