using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class ValidationOutsideEnvelopeTests
{
    private const string Controller = """


        [Microsoft.AspNetCore.Mvc.ApiController]
        public sealed class ProductsController : Microsoft.AspNetCore.Mvc.ControllerBase;
        """;

    private static readonly FixTest<Only<ValidationOutsideEnvelope>, ValidationOutsideEnvelopeFix> Verify = new(RuleCatalog.ValidationOutsideEnvelope);

    [Fact]
    public Task Reports_controllers_that_answer_by_themselves() => Verify.FixesAll("""
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.[|AddControllers|]();
        """ + Controller, """
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().AddApiEnvelope();
        """ + Controller);

    [Fact]
    public Task Ignores_controllers_in_the_format() => Verify.Ignores("""
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().AddApiEnvelope();
        """ + Controller);

    [Fact]
    public Task Ignores_a_factory_of_ones_own() => Verify.Ignores("""
        using Microsoft.AspNetCore.Mvc;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().ConfigureApiBehaviorOptions(options => options.InvalidModelStateResponseFactory = _ => new BadRequestResult());
        """ + Controller);

    [Fact]
    public Task Ignores_problem_details_and_pages() => Verify.Ignores("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        """ + Controller, test => test.Configure("backend_standards.response_style = problem_details"));

    [Fact]
    public Task Ignores_controllers_that_are_not_validated() => Verify.Ignores("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        """);

    [Fact]
    public Task Reports_the_validation_of_minimal_APIs_without_the_envelope() => Verify.FixesAll("""
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.[|AddValidation|]();
        builder.Build().Run();
        """, """
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddValidation().AddApiEnvelope();
        builder.Build().Run();
        """);

    [Fact]
    public Task Ignores_the_validation_of_minimal_APIs_with_the_envelope() => Verify.Ignores("""
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiEnvelope();
        builder.Services.AddValidation();
        builder.Build().Run();
        """);

    [Fact]
    public Task Ignores_problem_details_of_ones_own() => Verify.Ignores("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddValidation();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = _ => { });
        builder.Build().Run();
        """);

    [Theory]
    [InlineData("builder.Services.AddValidation();")]
    [InlineData("builder.Services.AddControllers();")]
    public Task Ignores_what_another_assembly_may_put_into_the_format(string services) => Verify.Ignores("var builder = WebApplication.CreateBuilder(args); builder.Services.AddPlatform(); " + services + " builder.Build().Run();" + Controller,
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Platform", "public static class Platform { public static void AddPlatform(this IServiceCollection services) => services.AddProblemDetails(); }")));
}
