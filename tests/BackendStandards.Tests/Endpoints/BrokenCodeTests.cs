using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Endpoints;

public class BrokenCodeTests
{
    private const string Source = """
        using System.ComponentModel.DataAnnotations; using Asp.Versioning; using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(options => options.Conventions.Add(null!)); var app = builder.Build();
        var api = app.MapGroup($"/api/{Names.V}").HasApiVersion(1.0); foreach (var (name, on) in new[] { ("cats", true), ("dogs", false) }) { if (on) { var group = api?.MapGroup(name); group?.MapPost("/{id:int}", Handlers.Create); } }
        app.UseEndpoints(e => e.MapMethods("x", ["GET"], (int id, [AsParameters] Page page) => page.Size > 9 ? Results.BadRequest() : Results.Ok())); app.MapControllers();
        static class Names { public const string V = "v" + "1"; }
        static class Handlers { public static string Create(Item item, IItems items) { if (item is { Name: { Length: > 3 } n }) throw new ArgumentException(n); return items.Add(item) switch { "" => "", var s => s }; } }
        interface IItems { string Add(Item item); } class Items : IItems { public string Add(Item item) => item.Name ?? throw new InvalidOperationException(); }
        public record Item([property: Required] string Name, List<Item> Children); public record Page(int Size);
        public class ApiRoute(string t) : RouteAttribute("api/" + t);
        [ApiController, ApiRoute("[controller]"), ApiVersion(1.0)] public class ItemsController : ControllerBase { [HttpGet("{id}"), HttpPost(Name = "x")] public ActionResult<Item> Get([FromBody] Item item) => Ok(item); }
        """;

    [Fact]
    public async Task No_exception_on_a_source_cut_anywhere()
    {
        for (var length = 0; length < Source.Length; length += 61) await AnalyzeAsync(Source[..length]);
    }

    [Fact]
    public async Task No_exception_on_a_source_with_a_token_missing()
    {
        var tokens = CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens().ToList();
        for (var i = 0; i < tokens.Count; i += 11) await AnalyzeAsync(Source.Remove(tokens[i].SpanStart, tokens[i].Span.Length));
    }

    private static async Task AnalyzeAsync(string source)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => failures.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        await Sources.Compile(source).WithAnalyzers([new Only<EndpointAnalysis>()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures.Select(failure => $"{failure}\n{source}"));
    }
}
