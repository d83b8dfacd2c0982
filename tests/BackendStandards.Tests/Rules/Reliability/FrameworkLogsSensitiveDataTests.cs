using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public class FrameworkLogsSensitiveDataTests
{
    private const string Start = """
        using Microsoft.EntityFrameworkCore; using Microsoft.IdentityModel.Logging; using Microsoft.AspNetCore.HttpLogging; using Microsoft.Net.Http.Headers;
        var builder = WebApplication.CreateBuilder(args);
        """;

    private const string Context = " class Shop(DbContextOptions<Shop> options) : DbContext(options);";
    private static readonly FixTest<Only<HostAnalysis>, DevelopmentOnlyFix> Verify = new(RuleCatalog.FrameworkLogsSensitiveData);

    [Theory]
    [InlineData("builder.Services.AddDbContext<Shop>(options => options.[|EnableSensitiveDataLogging|]());")]
    [InlineData("builder.Services.AddDbContext<Shop>(options => { options.UseSqlite(\"\").[|EnableSensitiveDataLogging|](true); });")]
    [InlineData("IdentityModelEventSource.ShowPII = [|true|];")]
    [InlineData("IdentityModelEventSource.LogCompleteSecurityArtifact = [|true|];")]
    [InlineData("builder.Services.AddHttpLogging(options => options.LoggingFields = [|HttpLoggingFields.All|]);")]
    [InlineData("builder.Services.AddHttpLogging(options => options.LoggingFields = [|HttpLoggingFields.RequestPath | HttpLoggingFields.RequestBody|]);")]
    [InlineData("builder.Services.AddHttpLogging(options => options.LoggingFields |= HttpLoggingFields.RequestPath);builder.Services.AddHttpLogging(options => options.LoggingFields = [|HttpLoggingFields.Response|]);")]
    [InlineData("builder.Services.AddHttpLogging(options => options.RequestHeaders.Add([|\"Authorization\"|]));")]
    [InlineData("builder.Services.AddHttpLogging(options => options.RequestHeaders.Add([|HeaderNames.Cookie|]));")]
    [InlineData("builder.Services.AddHttpLogging(options => options.ResponseHeaders.Add([|\"set-cookie\"|]));")]
    [InlineData("var app = builder.Build(); app.MapGet(\"/a\", () => \"\").WithHttpLogging([|HttpLoggingFields.All|]);")]
    public Task Reports(string statement) => Verify.Reports(Start + statement + Context);

    [Theory]
    [InlineData("builder.Services.AddDbContext<Shop>(options => options.EnableSensitiveDataLogging(false));")]
    [InlineData("builder.Services.AddDbContext<Shop>(options => options.EnableSensitiveDataLogging(builder.Environment.IsDevelopment()));")]
    [InlineData("builder.Services.AddDbContext<Shop>(options => { if (builder.Environment.IsDevelopment()) options.EnableSensitiveDataLogging(); });")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.Services.AddDbContext<Shop>(options => options.EnableSensitiveDataLogging());")]
    [InlineData("if (builder.Configuration.GetValue<bool>(\"LogData\")) builder.Services.AddDbContext<Shop>(options => options.EnableSensitiveDataLogging());")]
    [InlineData("IdentityModelEventSource.ShowPII = builder.Environment.IsDevelopment();")]
    [InlineData("IdentityModelEventSource.ShowPII = false;")]
    [InlineData("builder.Services.AddHttpLogging(options => options.LoggingFields = HttpLoggingFields.RequestPropertiesAndHeaders | HttpLoggingFields.Duration);")]
    [InlineData("builder.Services.AddHttpLogging(options => options.RequestHeaders.Add(\"X-Request-Id\"));")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.Services.AddHttpLogging(options => options.LoggingFields = HttpLoggingFields.All);")]
    public Task Ignores(string statement) => Verify.Ignores(Start + statement + Context);

    [Fact]
    public Task Ignores_debug_builds() => Verify.Ignores(
        "#define DEBUG\nusing Microsoft.EntityFrameworkCore;\nclass Shop : DbContext\n{\nprotected override void OnConfiguring(DbContextOptionsBuilder options)\n{\n#if DEBUG\noptions.EnableSensitiveDataLogging();\n#endif\n}\n}");

    [Fact]
    public Task Reports_a_context_that_configures_itself() => Verify.OffersNoFix(
        "using Microsoft.EntityFrameworkCore; class Shop : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder options) => options.[|EnableSensitiveDataLogging|](); }");

    [Fact]
    public Task Makes_the_test_the_value() => Verify.FixesAll(
        Start + "builder.Services.AddDbContext<Shop>(options => options.[|EnableSensitiveDataLogging|]()); IdentityModelEventSource.ShowPII = [|true|];" + Context,
        Start + "builder.Services.AddDbContext<Shop>(options => options.EnableSensitiveDataLogging(builder.Environment.IsDevelopment())); IdentityModelEventSource.ShowPII = builder.Environment.IsDevelopment();" + Context);
}
