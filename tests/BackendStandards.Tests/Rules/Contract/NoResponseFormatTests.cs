using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Tests.Rules.Contract;

/// <summary>BST2001 about the application as a whole. The sources are compiled without the envelope, which is the choice that is missing.</summary>
public class NoResponseFormatTests
{
    private const string Start = "var builder = WebApplication.CreateBuilder(args); ";
    private const string Map = """var app = builder.Build(); app.MapGet("/api/v1/orders", () => new Order(1)); """;
    private const string Run = "app.Run(); public sealed record Order(int Id);";

    [Fact]
    public async Task Suggests_once_where_the_application_is_run_to_choose_a_format()
    {
        var finding = Assert.Single(await FindAsync(Start + Map + """app.MapGet("/api/v1/customers", () => Results.Ok(new Order(2))); """ + Run));

        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal("app.Run()", finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
        Assert.Equal("The API answers in no format that was chosen: set <BackendStandardsEnvelope>full</BackendStandardsEnvelope> in the project, call AddProblemDetails(), or say backend_standards.response_style = none", finding.GetMessage());
    }

    [Fact]
    public async Task Suggests_it_to_controllers() => Assert.Single(await FindAsync("""
        using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(); var app = builder.Build(); app.MapControllers(); app.Run();
        [ApiController, Route("api/v1/orders")] public class OrdersController : ControllerBase { [HttpGet] public int Get() => 1; }
        """));

    [Fact]
    public async Task Follows_the_severity_that_a_profile_gives_the_rule()
    {
        var compilation = Sources.Compile(Start + Map + Run);
        var strict = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([KeyValuePair.Create("BST2001", ReportDiagnostic.Error)]));

        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(Of(await Sources.AnalyzeAsync(strict))).Severity);
    }

    [Fact]
    public async Task Leaves_the_choice_to_people()
    {
        var source = Start + Map + Run;

        Assert.Equal(source, await Fixer.FixAsync(source, "BST2001", withEnvelope: false));
    }

    [Theory]
    [InlineData("builder.Services.AddProblemDetails(); ")]
    [InlineData("if (builder.Environment.IsProduction()) builder.Services.AddProblemDetails(); ")]
    [InlineData("Setup.Add(builder.Services); ")]
    public async Task Ignores_problem_details(string services) =>
        Assert.Empty(await FindAsync(Start + services + Map + Run + " static class Setup { public static void Add(IServiceCollection services) => services.AddProblemDetails(); }"));

    [Theory]
    [InlineData("problem_details")]
    [InlineData("envelope")]
    [InlineData("none")]
    public async Task Ignores_a_format_that_the_options_name(string style) => Assert.Empty(await FindAsync(Start + Map + Run, ("backend_standards.response_style", style)));

    [Fact]
    public async Task Takes_a_value_that_is_none_for_the_default() => Assert.Single(await FindAsync(Start + Map + Run, ("backend_standards.response_style", "jsonapi")));

    [Fact]
    public async Task Ignores_the_envelope() => Assert.Empty(Of(await Sources.AnalyzeAsync(
        Sources.Compile(Start + """var app = builder.Build(); app.MapGet("/api/v1/orders", () => BackendStandards.ApiResults.Ok(new Order(1))); """ + Run).AddSyntaxTrees(Envelope.Trees))));

    [Theory]
    [InlineData("public sealed record Reply<T>(bool Success, T? Data, string? Error);")]
    [InlineData("public sealed class Reply<T> { public bool IsSuccess { get; init; } public T? Value { get; init; } }")]
    [InlineData("public sealed class Shape : Microsoft.AspNetCore.Mvc.Filters.ResultFilterAttribute;")]
    [InlineData("public sealed class Failures : Microsoft.AspNetCore.Diagnostics.IExceptionHandler { public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation) => new(true); }")]
    public async Task Ignores_formats_of_their_authors(string types) => Assert.Empty(await FindAsync(Start + Map + Run + types));

    [Theory]
    [InlineData("builder.Services.AddControllersWithViews(); ")]
    [InlineData("builder.Services.AddRazorPages(); ")]
    public async Task Ignores_what_answers_pages(string services) => Assert.Empty(await FindAsync(Start + services + Map + Run));

    [Theory]
    [InlineData("var app = WebApplication.Create(args); app.MapGet(\"/health\", () => \"ok\"); app.Run();")]
    [InlineData("var app = WebApplication.Create(args); app.UseStaticFiles(); app.Run();")]
    [InlineData("var host = Host.CreateApplicationBuilder(args).Build(); host.Run();")]
    [InlineData("public static class Endpoints { public static void Map(IEndpointRouteBuilder app) => app.MapGet(\"/api/v1/orders\", () => 1); }")]
    public async Task Ignores_what_answers_no_data_of_its_own(string source) => Assert.Empty(await FindAsync(source));

    [Theory]
    [InlineData("builder.Services.AddPlatform(); ", "")]
    [InlineData("builder.AddPlatform(); ", "")]
    [InlineData("", "app.UsePlatform(); ")]
    public async Task Ignores_what_another_assembly_may_have_chosen(string services, string pipeline)
    {
        var platform = OtherAssembly.Of("Platform", """
            public static class Platform
            {
                public static void AddPlatform(this IServiceCollection services) => services.AddProblemDetails();
                public static void AddPlatform(this WebApplicationBuilder builder) => builder.Services.AddProblemDetails();
                public static void UsePlatform(this WebApplication app) => app.UseStatusCodePages();
            }
            """);
        var compilation = Sources.Compile(Start + services + Map + pipeline + Run).AddReferences(platform);

        Assert.Empty(compilation.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error));
        Assert.Empty(Of(await Sources.AnalyzeAsync(compilation)));
    }

    private static async Task<List<Diagnostic>> FindAsync(string source, params (string Key, string Value)[] options)
    {
        var compilation = Sources.Compile(source);
        Assert.Empty(compilation.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error).Select(fault => fault.ToString()));
        return Of(await Sources.AnalyzeAsync(compilation, options.Length == 0 ? null : OptionValues.Of(options)));
    }

    private static List<Diagnostic> Of(IEnumerable<Diagnostic> findings) => [.. findings.Where(finding => finding.Id == "BST2001")];
}
