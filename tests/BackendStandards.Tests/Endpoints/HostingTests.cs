using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;

namespace BackendStandards.Tests.Endpoints;

/// <summary>What the application configures, in which order and under which condition.</summary>
public class HostingTests
{
    private const string Start = "var builder = WebApplication.CreateBuilder(args); ";
    private const string Build = " var app = builder.Build(); ";
    private static readonly CancellationToken None = CancellationToken.None;

    private static HostingModel Of(params string[] sources) => Model.OfValid(sources).Hosting;

    [Theory]
    [InlineData("app.UseRateLimiter();", nameof(Answer.Yes))]
    [InlineData("", nameof(Answer.No))]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseRateLimiter();", nameof(Answer.Unknown))]
    [InlineData("if (!app.Environment.IsDevelopment()) app.UseRateLimiter();", nameof(Answer.Yes))]
    [InlineData("if (app.Environment.IsDevelopment()) { } else { app.UseRateLimiter(); }", nameof(Answer.Yes))]
    [InlineData("""if (app.Configuration["limit"] == "on") app.UseRateLimiter();""", nameof(Answer.Unknown))]
    [InlineData("Pipeline(app); static void Pipeline(WebApplication app) => app.UseRateLimiter();", nameof(Answer.Yes))]
    [InlineData("static void Pipeline(WebApplication app) => app.UseRateLimiter();", nameof(Answer.Unknown))]
    [InlineData("// app.UseRateLimiter();", nameof(Answer.No))]
    public void Uses(string statements, string answer) => Assert.Equal(answer, Of(Start + Build + statements).Uses("UseRateLimiter", None).ToString());

    [Theory]
    [InlineData("builder.Services.AddRateLimiter(_ => { });", nameof(Answer.Yes))]
    [InlineData("", nameof(Answer.No))]
    [InlineData("builder.Services.AddControllers(); builder.Services.AddRateLimiter(options => options.RejectionStatusCode = 429);", nameof(Answer.Yes))]
    [InlineData("builder.Host.ConfigureServices(services => services.AddRateLimiter(_ => { }));", nameof(Answer.Yes))]
    public void Registers(string statements, string answer) => Assert.Equal(answer, Of(Start + statements + Build).Registers("AddRateLimiter", None).ToString());

    [Fact]
    public void Extension_methods_of_the_solution_are_entered() => Assert.Equal(Answer.Yes, Of(
        Start + "builder.Services.AddOurs();" + Build,
        """static class Ours { public static IServiceCollection AddOurs(this IServiceCollection services) { services.AddMore(); return services; } public static void AddMore(this IServiceCollection services) => services.AddRateLimiter(_ => { }); }""")
        .Registers("AddRateLimiter", None));

    [Fact]
    public void An_extension_of_another_assembly_makes_an_absence_unknown()
    {
        const string Shared = """
            namespace Microsoft.Extensions.Hosting;
            public static class Defaults
            {
                public static void AddServiceDefaults(this IHostApplicationBuilder builder) { }
                public static void UseDefaults(this IApplicationBuilder app) { }
            }
            """;
        var services = Model.Referencing(Shared, Start + "builder.AddServiceDefaults();" + Build + "app.Run();").Hosting;
        Assert.Equal((Answer.Unknown, Answer.No), (services.Registers("AddRateLimiter", None), services.Uses("UseRateLimiter", None)));
        var pipeline = Model.Referencing(Shared, Start + Build + "app.UseDefaults(); app.Run();").Hosting;
        Assert.Equal((Answer.No, Answer.Unknown), (pipeline.Registers("AddRateLimiter", None), pipeline.Uses("UseRateLimiter", None)));
    }

    [Fact]
    public void Without_an_entry_point_an_absence_is_unknown() =>
        Assert.Equal(Answer.Unknown, Of("static class Setup { public static void Add(IServiceCollection services) => services.AddControllers(); }").Uses("UseRateLimiter", None));

    [Fact]
    public void A_Startup_class_is_entered()
    {
        var hosting = Of("""
            Old.Start(args); class Old { public static void Start(string[] args) => CreateHostBuilder(args).Build().Run(); static IHostBuilder CreateHostBuilder(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()); }
            class Startup
            {
                public void ConfigureServices(IServiceCollection services) => services.AddRateLimiter(_ => { });
                public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { if (env.IsDevelopment()) { app.UseDeveloperExceptionPage(); } app.UseRouting(); app.UseRateLimiter(); app.UseEndpoints(_ => { }); }
            }
            """);
        Assert.Equal((Answer.Yes, Answer.Yes), (hosting.Registers("AddRateLimiter", None), hosting.Uses("UseRateLimiter", None)));
        Assert.Equal(Answer.Yes, hosting.StandsBefore("UseRouting", "UseRateLimiter", None));
        Assert.Equal(HostGuard.Development, Assert.Single(hosting.HostCalls("UseDeveloperExceptionPage", None)).Guard);
    }

    [Fact]
    public void Order_is_that_of_execution()
    {
        var hosting = Of(Start + Build + "app.UseAuthentication(); app.UseOurs(); app.UseAuthorization();", "static class Ours { public static void UseOurs(this IApplicationBuilder app) => app.UseRateLimiter().UseCors(); }");
        Assert.Equal(Answer.Yes, hosting.StandsBefore("UseAuthentication", "UseRateLimiter", None));
        Assert.Equal(Answer.No, hosting.StandsBefore("UseAuthorization", "UseCors", None));
        Assert.Equal(Answer.Yes, hosting.StandsBefore("UseRateLimiter", "UseCors", None));
        Assert.Equal(Answer.Unknown, hosting.StandsBefore("UseRateLimiter", "UseHsts", None));
    }

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) Mark();", nameof(Answer.Yes))]
    [InlineData("Mark();", nameof(Answer.No))]
    [InlineData("if (!app.Environment.IsDevelopment()) Mark();", nameof(Answer.No))]
    [InlineData("if (!app.Environment.IsDevelopment()) return; Mark();", nameof(Answer.Yes))]
    [InlineData("var dev = app.Environment.IsDevelopment(); if (dev) Mark();", nameof(Answer.Yes))]
    [InlineData("""if (app.Environment.IsDevelopment() && app.Configuration["x"] is "y") Mark();""", nameof(Answer.Yes))]
    [InlineData("if (app.Environment.IsDevelopment() || app.Environment.IsStaging()) Mark();", nameof(Answer.Unknown))]
    [InlineData("if (app.Environment.IsEnvironment(\"Local\")) Mark();", nameof(Answer.Yes))]
    [InlineData("if (app.Environment.EnvironmentName == Environments.Development) Mark();", nameof(Answer.Yes))]
    [InlineData("if (app.Environment.IsProduction() == false) Mark();", nameof(Answer.Unknown))]
    [InlineData("if (args.Length > 0) Mark();", nameof(Answer.Unknown))]
    [InlineData("_ = app.Environment.IsDevelopment() ? Mark() : 0;", nameof(Answer.Yes))]
    [InlineData("_ = app.Environment.IsDevelopment() ? 0 : Mark();", nameof(Answer.No))]
    [InlineData("if (app.Environment.IsDevelopment()) Inner(app); int Inner(WebApplication host) => Mark();", nameof(Answer.Yes))]
    [InlineData("Inner(app); int Inner(WebApplication host) => Mark();", nameof(Answer.No))]
    [InlineData("\n#if !NEVER && DEBUG\n#else\nMark();\n#endif\n", nameof(Answer.No))]
    public void Development_only(string statements, string answer)
    {
        var model = Model.OfValid(Start + Build + statements + " static int Mark() => 0;");
        var call = Assert.Single(model.Hosting.CallsOf("Mark", None));
        Assert.Equal(answer, model.Hosting.IsDevelopmentOnly(call, None).ToString());
    }

    [Fact]
    public void Code_of_debug_builds_is_development_only()
    {
        var model = Model.OfValid("#define DEBUG\n" + Start + Build + "\n#if DEBUG\nMark();\n#endif\nstatic int Mark() => 0;");
        Assert.Equal(Answer.Yes, model.Hosting.IsDevelopmentOnly(Assert.Single(model.Hosting.CallsOf("Mark", None)), None));
    }

    [Fact]
    public void Values_of_options_are_found_with_their_condition()
    {
        var hosting = Of("""
            using Microsoft.AspNetCore.RateLimiting;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddRateLimiter(options => { options.RejectionStatusCode = 429; if (builder.Environment.IsDevelopment()) options.RejectionStatusCode = 503; });
            builder.Services.Configure<RateLimiterOptions>(options => options.RejectionStatusCode = 418);
            var own = new Own { RejectionStatusCode = 1 };
            class Own { public int RejectionStatusCode { get; set; } }
            """);
        Assert.Equal(["429 Always", "503 Development", "418 Always"], hosting.OptionWrites("RateLimiterOptions", "RejectionStatusCode", None).Select(write => $"{write.Value.ConstantValue.Value} {write.Guard}"));
    }

    [Fact]
    public void Options_lambdas_are_reachable()
    {
        var hosting = Of(Start + "builder.Services.AddRateLimiter(options => options.RejectionStatusCode = 429);" + Build);
        var call = Assert.Single(hosting.HostCalls("AddRateLimiter", None)).Call;
        Assert.Contains("429", Assert.Single(HostingModel.OptionsOf(call)).Syntax.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Start + Build + "app.MapGet(\"a\", () => 1); app.Run();", "app.Run()")]
    [InlineData(Start + Build + "await app.RunAsync();", "app.RunAsync()")]
    [InlineData(Start + Build, "builder.Build()")]
    public void The_anchor_is_one_place(string source, string anchor) => Assert.Equal(anchor, Of(source).Anchor(None)?.ToString());

    [Fact]
    public void A_library_has_no_anchor() => Assert.Null(Of("class Library;").Anchor(None));

    [Fact]
    public void Modules_behind_an_interface_may_run()
    {
        var hosting = Of(Start + Build + """
            foreach (var module in Find()) module.Use(app);
            static IEnumerable<IModule> Find() => [];
            interface IModule { void Use(IApplicationBuilder app); }
            class Limits : IModule { public void Use(IApplicationBuilder app) => app.UseRateLimiter(); }
            """);
        Assert.Equal(Answer.Unknown, hosting.Uses("UseRateLimiter", None));
    }

    [Fact]
    public void A_question_by_a_name_that_nobody_writes_binds_the_startup_code_alone()
    {
        var model = Model.OfValid(Start + Build + "app.MapGet(\"a\", () => Service.Answer());", "static class Service { public static int Answer() => Other(); static int Other() => 1; }");
        Assert.Equal(Answer.No, model.Hosting.Uses("UseRateLimiter", None));
        Assert.Equal(1, model.Code.BoundMembers);
    }

    [Fact]
    public void What_is_mapped_is_found_in_mapping_methods()
    {
        var hosting = Of(Start + Build + "app.MapGroup(\"x\").MapOurs();", "static class Ours { public static void MapOurs(this RouteGroupBuilder group) { group.MapHealthChecks(\"health\"); } }");
        Assert.Equal((Answer.Yes, Answer.No), (hosting.Maps("MapHealthChecks", None), hosting.Maps("MapOpenApi", None)));
    }

    [Fact]
    public void A_recursion_between_setup_methods_ends() => Assert.Equal(Answer.No, Of(
        Start + "builder.Services.A();" + Build, """static class S { public static void A(this IServiceCollection s) => s.B(); public static void B(this IServiceCollection s) => s.A(); }""").Registers("AddRateLimiter", None));

    [Fact]
    public void Half_typed_startup_code_does_not_fail()
    {
        foreach (var source in new[] { "builder.Services.Add(", "builder.UseStartup<>();", "if (app.Environment.IsDevelopment(", "app.Use(", "#if DEBUG", "void F(IServiceCollection s) => s." })
            _ = Model.Of(Start + Build + source).Hosting.Uses("UseRateLimiter", None);
    }
}
