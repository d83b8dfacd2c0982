using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>BST2092, proven by asking an application that serializes nothing by reflection: what it reports fails, what it does not report is answered, and the fix mends it.</summary>
public sealed class WithoutReflectionTests
{
    private const string Properties = """
        <Project>
          <PropertyGroup>
            <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
            <BackendStandardsEnvelope>full</BackendStandardsEnvelope>
          </PropertyGroup>
        </Project>
        """;

    private const string Program = """
        using System.Text.Json.Serialization;
        using BackendStandards;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddApiEnvelope();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
        var app = builder.Build();
        app.UseApiEnvelope();
        app.MapGet("/v1/named", () => ApiResults.Ok(new Named(1, [], null)));
        app.MapGet("/v1/item", () => ApiResults.Ok(new Item(1)));
        app.MapGet("/v1/items", () => ApiResults.Ok(new List<Item>()));
        app.MapGet("/v1/item-array", () => ApiResults.Ok(new Item[0]));
        app.MapGet("/v1/unnamed", () => ApiResults.Ok(new Unnamed(1)));
        app.MapGet("/v1/page", () => ApiResults.Paged(new[] { new Item(1) }, 1, 1, 1));
        app.MapGet("/v1/page-of-int", () => ApiResults.Paged(new[] { 1 }, 1, 1, 1));
        app.MapGet("/v1/one-of", Results<ApiOk<Unnamed>, ApiNotFound> () => ApiResults.Ok(new Unnamed(2)));
        app.MapGet("/v1/ignored", () => ApiResults.Ok(new Ignored(1)));
        app.MapGet("/v1/derived", () => ApiResults.Ok<Shape>(new Circle(1)));
        app.MapGet("/v1/derived-itself", () => ApiResults.Ok(new Circle(1)));
        app.MapGet("/v1/dictionary", () => ApiResults.Ok(new Dictionary<string, Item>()));
        app.MapGet("/v1/nullable", () => ApiResults.Ok((int?)1));
        app.MapGet("/v1/int", () => ApiResults.Ok(1));
        app.MapGet("/v1/long", () => ApiResults.Ok(1L));
        app.MapGet("/v1/bool", () => ApiResults.Ok(true));
        app.MapGet("/v1/text", () => ApiResults.Ok("text"));
        app.MapGet("/v1/guid", () => ApiResults.Ok(System.Guid.Empty));
        app.MapGet("/v1/short", () => ApiResults.Ok((short)1));
        app.MapGet("/v1/date", () => ApiResults.Ok(System.DateTime.UnixEpoch));
        app.MapGet("/v1/decimal", () => ApiResults.Ok(1m));
        app.MapGet("/v1/double", () => ApiResults.Ok(1d));
        app.MapGet("/v1/texts", () => ApiResults.Ok(new[] { "text" }));
        app.MapGet("/v1/problem", () => ApiResults.Ok(new Microsoft.AspNetCore.Mvc.ProblemDetails()));
        app.MapGet("/v1/errors", () => ApiResults.Ok<IDictionary<string, string[]>>(new Dictionary<string, string[]>()));
        app.MapGet("/v1/anonymous", () => ApiResults.Ok(new { id = 1 }));
        var group = app.MapGroup("/v1/g").WithApiEnvelope();
        group.MapGet("/result", () => TypedResults.Ok(new Unnamed(1)));
        group.MapGet("/named-result", () => TypedResults.Ok(new Item(1)));
        group.MapGet("/created", () => TypedResults.Created("/v1/g", new Unnamed(1)));
        group.MapGet("/untyped", () => Results.Ok(new Unnamed(1)));
        app.Run();

        public sealed record Named(int Id, List<Item> Items, Hidden? Hidden) { [JsonIgnore] public Ignored? Left => null; }
        public sealed record Hidden(int Id);
        public sealed record Item(int Id);
        public sealed record Ignored(int Id);
        public sealed record Unnamed(int Id);
        [JsonDerivedType(typeof(Circle))] public record Shape;
        public sealed record Circle(int Radius) : Shape;

        [JsonSerializable(typeof(Named))]
        [JsonSerializable(typeof(Shape))]
        public sealed partial class AppJson : JsonSerializerContext;
        """;

    [Fact]
    public async Task What_is_reported_fails_and_is_answered_once_it_is_fixed()
    {
        var project = TestProject.FromFiles("WithoutReflection", ("Directory.Build.props", Properties), ("Program.cs", Program));
        var build = await project.BuildAsync();
        build.Cli.MustSucceed();
        var lines = File.ReadAllLines(project.PathOf("Program.cs"));
        var reported = build.Findings.Where(finding => finding.Rule == "BST2092").Select(finding => PathIn(lines[finding.Line - 1])).OfType<string>().ToList();
        var paths = lines.Select(PathIn).OfType<string>().ToList();

        var before = await project.AskAsync("Small", paths);
        Assert.Equal(before.Where(answer => answer.Value.Status != 200 && answer.Value.Status != 201).Select(answer => answer.Key), paths.Where(reported.Contains));

        (await DotnetCli.RunAsync(project.Folder, "format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", "BST2092")).MustSucceed();
        build = await project.BuildAsync("--no-restore");
        build.Cli.MustSucceed();
        var after = await project.AskAsync("Small", paths);

        // What has no name stays.
        Assert.Equal(["/v1/anonymous"], after.Where(answer => answer.Value.Status is not (200 or 201)).Select(answer => answer.Key));
        Assert.Equal("/v1/anonymous", PathIn(lines[Assert.Single(build.Findings, finding => finding.Rule == "BST2092").Line - 1]));
    }

    private static string? PathIn(string line)
    {
        var at = line.IndexOf("MapGet(\"", StringComparison.Ordinal);
        if (at < 0) return null;
        var path = line[(at + 8)..line.IndexOf('"', at + 8)];
        return line.StartsWith("group", StringComparison.Ordinal) ? "/v1/g" + path : path;
    }
}
