using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class DetailedErrorsEnabledTests
{
    private const string Start = "using Microsoft.EntityFrameworkCore; var builder = WebApplication.CreateBuilder(args); ";
    private const string Build = " var app = builder.Build(); ";
    private const string Context = " class Shop(DbContextOptions<Shop> options) : DbContext(options);";
    private static readonly Microsoft.CodeAnalysis.MetadataReference Swashbuckle = OtherAssembly.Of("Swashbuckle.AspNetCore.SwaggerUI",
        "namespace Microsoft.AspNetCore.Builder; public static class SwaggerUIBuilderExtensions { public static IApplicationBuilder UseSwaggerUI(this IApplicationBuilder app) => app; }");

    private static readonly FixTest<Only<HostAnalysis>, DevelopmentOnlyFix> Verify = new(RuleCatalog.DetailedErrorsEnabled);

    [Theory]
    [InlineData("builder.Services.AddSignalR(options => options.EnableDetailedErrors = [|true|]);")]
    [InlineData("builder.Services.AddSignalR(options => { options.EnableDetailedErrors = [|true|]; });")]
    [InlineData("builder.Services.AddDbContext<Shop>(options => options.[|EnableDetailedErrors|]());")]
    [InlineData("builder.Services.AddDbContext<Shop>(options => options.[|EnableDetailedErrors|](true));")]
    [InlineData("""builder.WebHost.UseSetting(WebHostDefaults.DetailedErrorsKey, [|"true"|]);""")]
    [InlineData("if (!builder.Environment.IsDevelopment()) builder.Services.AddSignalR(options => options.EnableDetailedErrors = [|true|]);")]
    public Task Reports_options(string statement) => Verify.Reports(Start + statement + Context);

    [Theory]
    [InlineData("app.[|UseDeveloperExceptionPage|]();")]
    [InlineData("if (app.Environment.IsDevelopment()) { } else { app.[|UseDeveloperExceptionPage|](); }")]
    public Task Reports_the_page(string statement) => Verify.Reports(Start + Build + statement + Context);

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage();")]
    [InlineData("if (!app.Environment.IsDevelopment()) { app.UseHsts(); } else { app.UseDeveloperExceptionPage(); }")]
    [InlineData("if (!app.Environment.IsDevelopment()) return; app.UseDeveloperExceptionPage();")]
    [InlineData("""if (app.Environment.IsEnvironment("Development")) app.UseDeveloperExceptionPage();""")]
    [InlineData("var here = app.Environment.IsDevelopment(); if (here) app.UseDeveloperExceptionPage();")]
    [InlineData("""if (app.Configuration.GetValue<bool>("ShowErrors")) app.UseDeveloperExceptionPage();""")]
    [InlineData("if (!app.Environment.IsProduction()) app.UseDeveloperExceptionPage();")]
    public Task Ignores_guards(string statement) => Verify.Ignores(Start + Build + statement + Context);

    [Theory]
    [InlineData("builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Environment.IsDevelopment());")]
    [InlineData("builder.Services.AddSignalR(options => options.EnableDetailedErrors = false);")]
    [InlineData("builder.Services.AddDbContext<Shop>(options => options.EnableDetailedErrors(builder.Environment.IsDevelopment()));")]
    [InlineData("builder.Services.AddDbContext<Shop>(options => options.EnableDetailedErrors(false));")]
    public Task Ignores_what_is_off_or_asks(string statement) => Verify.Ignores(Start + statement + Context);

    [Fact]
    public Task Ignores_a_startup_class_that_asks() => Verify.Ignores("""
        public class Startup { public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { if (env.IsDevelopment()) { app.UseDeveloperExceptionPage(); } } }
        """);

    [Fact]
    public Task Ignores_debug_builds() => Verify.Ignores("#define DEBUG\nvar app = WebApplication.Create(args);\n#if DEBUG\napp.UseDeveloperExceptionPage();\n#endif\n");

    [Fact]
    public Task Ignores_explorers_unless_asked() => Verify.Ignores("var app = WebApplication.Create(args); app.UseSwaggerUI();",
        test => test.TestState.AdditionalReferences.Add(Swashbuckle));

    [Fact]
    public Task Reports_explorers_where_asked() => Verify.Reports("var app = WebApplication.Create(args); app.[|UseSwaggerUI|]();", test =>
    {
        test.TestState.AdditionalReferences.Add(Swashbuckle);
        test.Configure("backend_standards.bst3091.api_explorers = true");
    });

    [Fact]
    public Task Makes_the_test_the_value() => Verify.FixesAll(
        Start + "builder.Services.AddSignalR(options => options.EnableDetailedErrors = [|true|]); builder.Services.AddDbContext<Shop>(options => options.[|EnableDetailedErrors|]());" + Context,
        Start + "builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Environment.IsDevelopment()); builder.Services.AddDbContext<Shop>(options => options.EnableDetailedErrors(builder.Environment.IsDevelopment()));" + Context);

    [Fact]
    public Task Puts_a_call_under_the_test() => Verify.FixesAll(
        """
        public class Startup
        {
            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                // Errors.
                app.[|UseDeveloperExceptionPage|](); // all of them
                app.UseRouting();
            }
        }
        """,
        """
        public class Startup
        {
            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                // Errors.
                if (env.IsDevelopment())
                {
                    app.UseDeveloperExceptionPage(); // all of them
                }
                app.UseRouting();
            }
        }
        """);

    [Theory]
    [InlineData("public class Startup { public void Configure(IApplicationBuilder app) { app.[|UseDeveloperExceptionPage|](); } }")]
    [InlineData("public class Startup { public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { app.[|UseDeveloperExceptionPage|]().UseRouting(); } }")]
    public Task Offers_no_fix_without_an_environment_or_inside_a_chain(string source) => Verify.OffersNoFix(source);
}
