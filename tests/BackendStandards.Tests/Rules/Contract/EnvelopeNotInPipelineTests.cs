using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class EnvelopeNotInPipelineTests
{
    private static readonly FixTest<Only<EnvelopeNotInPipeline>, EnvelopeNotInPipelineFix> Verify = new(RuleCatalog.EnvelopeNotInPipeline);

    [Fact]
    public Task Reports_an_envelope_that_is_registered_alone() => Verify.Fixes("""
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.[|AddApiEnvelope|]();
        var app = builder.Build();
        app.Run();
        """, """
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiEnvelope();
        var app = builder.Build();
        app.UseApiEnvelope();
        app.Run();
        """);

    [Fact]
    public Task Ignores_one_that_is_used_in_another_file() => Verify.Files([
        """
        using BackendStandards;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddApiEnvelope();
        builder.Build().UsePipeline().Run();
        """,
        """
        using BackendStandards;

        static class Pipeline
        {
            public static WebApplication UsePipeline(this WebApplication app)
            {
                app.UseApiEnvelope();
                return app;
            }
        }
        """]);

    [Fact]
    public Task Ignores_a_library_whose_pipeline_is_elsewhere() => Verify.Ignores("""
        using BackendStandards;

        public static class Setup
        {
            public static void Add(IServiceCollection services) => services.AddApiEnvelope();
        }
        """);
}
