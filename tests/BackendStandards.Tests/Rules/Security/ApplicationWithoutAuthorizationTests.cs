using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Security;

public class ApplicationWithoutAuthorizationTests
{
    private static readonly RuleTest<Only<EndpointAnalysis>> Verify = new(RuleCatalog.AuthorizationUndecided);

    private static Task Suggests(string source) => Verify.Ignores(source, test => test.TestState.ExpectedDiagnostics.Add(
        Verify.Expected.WithSeverity(DiagnosticSeverity.Info).WithLocation(0).WithArguments("this application", "set authentication up and require it, or allow anonymous callers expressly")));

    [Fact]
    public Task Suggests_once_for_an_application_without_authentication() =>
        Suggests("""var app = WebApplication.Create(args); app.UseAuthorization(); app.MapGet("/a", () => ""); app.MapGet("/b", () => ""); {|#0:app.Run()|};""");

    [Fact]
    public Task Suggests_once_where_a_shared_method_would_set_authentication_up_and_nobody_calls_it() => Suggests("""
        var app = WebApplication.Create(args); app.MapGet("/a", () => ""); app.MapGet("/b", () => ""); {|#0:app.Run()|};
        static class Shared { public static void AddShared(this IServiceCollection services) => services.AddAuthentication(); }
        """);

    [Fact]
    public Task Suggests_for_controllers() => Suggests("""
        using Microsoft.AspNetCore.Mvc; var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(); var app = builder.Build(); app.MapControllers(); {|#0:app.Run()|};
        [ApiController, Route("orders")] public class OrdersController : ControllerBase { [HttpGet] public string List() => ""; }
        """);

    [Theory]
    [InlineData("""app.MapGet("/a", () => "").RequireAuthorization();""")]
    [InlineData("""app.[|MapGet|]("/a", () => ""); app.MapGet("/b", () => "").AllowAnonymous();""")]
    [InlineData("""app.UseAuthentication(); app.[|MapGet|]("/a", () => "");""")]
    [InlineData("""app.MapHealthChecks("/health"); app.MapGet("/", () => "up");""")]
    [InlineData("""app.MapGet("/a", (string key) => key.Length > 3 ? Results.Ok() : Results.Forbid());""")]
    public Task Ignores_where_the_endpoints_are_told_or_nothing_is_to_decide(string statements) => Verify.Ignores("var app = WebApplication.Create(args);" + statements + "app.Run();");

    [Fact]
    public Task Ignores_what_another_assembly_may_set_up() => Verify.Ignores("""var app = WebApplication.Create(args); app.UseShared(); app.MapGet("/a", () => ""); app.Run();""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", "namespace Microsoft.AspNetCore.Builder; public static class Shared { public static void UseShared(this IApplicationBuilder app) => app.UseAuthentication(); }")));

    [Fact]
    public Task Ignores_a_library() => Verify.Ignores("""public static class Orders { public static void Map(this WebApplication app) { app.MapGet("/a", () => ""); app.Run(); } }""");
}
