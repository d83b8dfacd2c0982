using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Security;

public class UploadWithoutSizeLimitTests
{
    private const string Usings = "using Microsoft.AspNetCore.Http.Features; using Microsoft.AspNetCore.Mvc;\n";
    private const string Start = Usings + "var builder = WebApplication.CreateBuilder(args);\n";
    private const string App = Start + "var app = builder.Build();\n";
    private static readonly FixTest<Only<EndpointAnalysis>, RequestSizeUnlimitedFix> Verify = new(RuleCatalog.RequestSizeUnlimited);

    [Theory]
    [InlineData("""app.{|#0:MapPost|}("/files", (IFormFile file) => file.FileName);""", "add WithMetadata(new RequestSizeLimitAttribute(…))")]
    [InlineData("""app.{|#0:MapPost|}("/files", (IFormFileCollection files) => files.Count);""", "add WithMetadata(new RequestSizeLimitAttribute(…))")]
    [InlineData("""app.{|#0:MapPost|}("/files", (Stream body) => body.CopyToAsync(Stream.Null));""", "add WithMetadata(new RequestSizeLimitAttribute(…))")]
    [InlineData("""app.MapControllers(); [ApiController, Route("files")] public class FilesController : ControllerBase { [HttpPost] public string {|#0:Save|}(IFormFile file) => ""; }""", "add [RequestSizeLimit(…)]")]
    [InlineData("""app.MapControllers(); [ApiController, Route("files")] public class FilesController : ControllerBase { [HttpPost] public string {|#0:Save|}([FromForm] Upload upload) => ""; } public class Upload { public IFormFile? File { get; set; } }""", "add [RequestSizeLimit(…)]")]
    public Task Suggests_a_limit_for_uploads(string statements, string advice) => Verify.Ignores(App + statements,
        test => test.TestState.ExpectedDiagnostics.Add(Verify.Expected.WithSeverity(DiagnosticSeverity.Info).WithLocation(0).WithArguments($"POST /files takes files and says nothing of their size: {advice}")));

    [Theory]
    [InlineData("""app.MapPost("/files", (IFormFile file) => file.FileName).WithMetadata(new RequestSizeLimitAttribute(1000));""")]
    [InlineData("""app.MapPost("/files", [RequestSizeLimit(1000)] (IFormFile file) => file.FileName);""")]
    [InlineData("""app.MapPost("/files", (IFormFile file) => file.FileName).WithFormOptions(multipartBodyLengthLimit: 1000);""")]
    [InlineData("""app.MapPost("/files", (IFormFile file) => file.Length > 1000 ? Results.BadRequest() : Results.Ok());""")]
    [InlineData("""app.MapPost("/files", (IFormFile file) => file.FileName).AddEndpointFilter<Counts>(); class Counts : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); }""")]
    [InlineData("""app.MapControllers(); [RequestSizeLimit(1000)] [ApiController, Route("files")] public class FilesController : ControllerBase { [HttpPost] public string Save(IFormFile file) => ""; }""")]
    [InlineData("""app.MapControllers(); [ApiController, Route("files")] public class FilesController : ControllerBase { [HttpPost] public string Save([MaxFileSize] IFormFile file) => ""; } public class MaxFileSizeAttribute : Attribute;""")]
    public Task Ignores_uploads_with_a_limit(string statements) => Verify.Ignores(App + statements);

    [Theory]
    [InlineData("builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = 1000);")]
    [InlineData("builder.Services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = 1000);")]
    public Task Ignores_applications_that_set_a_limit(string statement) => Verify.Ignores(Start + statement + """var app = builder.Build(); app.MapPost("/files", (IFormFile file) => file.FileName);""");

    [Fact]
    public Task Ignores_what_is_no_upload() => Verify.Ignores(App + """app.MapPost("/orders", (Order order) => order.Name); app.MapGet("/read", (Stream? body) => ""); record Order(string Name);""");

    [Fact]
    public Task Ignores_limits_that_another_assembly_may_set() => Verify.Ignores(Start + """builder.Services.AddShared(); var app = builder.Build(); app.MapPost("/files", (IFormFile file) => file.FileName);""",
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", "namespace Microsoft.Extensions.DependencyInjection; public static class Shared { public static void AddShared(this IServiceCollection services) => services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(options => options.MultipartBodyLengthLimit = 1000); }")));

    [Fact]
    public Task Ignores_a_group_that_another_assembly_hands_in() => Verify.Ignores("""public static class Files { public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/files", (IFormFile file) => file.FileName); }""");

    [Fact]
    public async Task The_server_answers_413_to_what_is_too_large()
    {
        const string Source = """
            Subject.Create().Run();

            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
                    builder.Logging.ClearProviders();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    var app = builder.Build();
                    app.MapPost("/files", async (Stream body) => { using var copy = new MemoryStream(); await body.CopyToAsync(copy); return copy.Length; });
                    return app;
                }
            }
            """;
        string[] requests = ["POST /files \"tea\"", $"POST /files \"{new string('x', 11 * 1024 * 1024)}\""];
        Assert.Equal(["200 5", $"200 {(11 * 1024 * 1024) + 2}"], await Served.AskAsync(Source, requests));
        Assert.Equal(["200 5", "413"], await Served.AskAsync(await Fixer.FixAsync(Source, "BST3040"), requests));
    }
}
