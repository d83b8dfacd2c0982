using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class RequestSizeUnlimitedTests
{
    private const string Usings = "using Microsoft.AspNetCore.Http.Features; using Microsoft.AspNetCore.Mvc;\n";
    private const string Start = Usings + "var builder = WebApplication.CreateBuilder(args);\n";
    private const string App = Start + "var app = builder.Build();\n";
    private static readonly FixTest<Only<EndpointAnalysis>, RequestSizeUnlimitedFix> Verify = new(RuleCatalog.RequestSizeUnlimited);

    [Theory]
    [InlineData("builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = [|null|]);")]
    [InlineData("builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = [|long.MaxValue|]);")]
    [InlineData("builder.Services.Configure<IISServerOptions>(options => options.MaxRequestBodySize = [|int.MaxValue|]);")]
    [InlineData("builder.Services.Configure<FormOptions>(options => { options.MultipartBodyLengthLimit = [|long.MaxValue|]; options.ValueLengthLimit = [|int.MaxValue|]; });")]
    [InlineData("builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = [|null|]);")]
    [InlineData("builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = [|null|]);")]
    [InlineData("builder.Services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = [|1024L * 1024 * 1024|]);")]
    public Task Reports_options_without_a_limit(string statement) => Verify.Reports(Start + statement);

    [Theory]
    [InlineData("[[|DisableRequestSizeLimit|]]")]
    [InlineData("[RequestSizeLimit([|1_000_000_000|])]")]
    [InlineData("[RequestFormLimits(MultipartBodyLengthLimit = [|long.MaxValue|])]")]
    public Task Reports_attributes(string attribute) => Verify.Reports(App + "app.MapControllers(); [ApiController, Route(\"files\")] public class FilesController : ControllerBase { [HttpPost] " + attribute + " public string Save() => \"\"; }");

    [Fact]
    public Task Reports_a_feature_that_is_switched_off() => Verify.Reports(
        App + """app.Use((context, next) => { context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = [|null|]; return next(context); });""");

    [Theory]
    [InlineData("builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = 50 * 1024 * 1024);")]
    [InlineData("builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = builder.Configuration.GetValue<long?>(\"Max\"));")]
    [InlineData("builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = 64 * 1024);")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);")]
    [InlineData("""if (builder.Configuration["Large"] == "yes") builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);""")]
    public Task Ignores_limits(string statement) => Verify.Ignores(Start + statement);

    [Fact]
    public Task Ignores_a_stream_that_is_counted() => Verify.Ignores(App + """
        app.MapControllers();
        app.MapPost("/stream", async (HttpContext context) =>
        {
            var (buffer, total) = (new byte[4096], 0L);
            int read;
            while ((read = await context.Request.Body.ReadAsync(buffer)) > 0) if ((total += read) > 1000) return Results.StatusCode(413);
            return Results.Ok();
        }).WithMetadata(new DisableRequestSizeLimitAttribute());
        [ApiController, Route("files")] public class FilesController : ControllerBase
        {
            private const long MaxBytes = 1 << 30;
            [HttpPost, DisableRequestSizeLimit] public async Task<IActionResult> Save() { var read = 0; while (await Request.Body.ReadAsync(new byte[100]) is > 0 and var count) if ((read += count) > MaxBytes) return StatusCode(413); return Ok(); }
        }
        """);

    [Fact]
    public Task Ignores_own_types_of_the_same_names() => Verify.Ignores("class FormOptions { public long MultipartBodyLengthLimit { get; set; } static FormOptions Make() => new() { MultipartBodyLengthLimit = long.MaxValue }; }");

    [Fact]
    public Task The_option_says_what_is_too_much() => Verify.Reports(Start + "builder.Services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = [|2000|]);", test => test.Configure("backend_standards.bst3040.max_bytes = 1000"));

    [Fact]
    public Task Limits_what_was_not_limited() => Verify.FixesAll(App + """
        builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = [|null|]); // any
        app.MapPost("/a", () => "")
            .WithMetadata(new DisableRequestSizeLimitAttribute());
        [ApiController, Route("files")]
        public class FilesController : ControllerBase
        {
            [HttpPost, [|DisableRequestSizeLimit|]]
            [RequestFormLimits(MultipartBodyLengthLimit = [|long.MaxValue|])]
            public string Save() => "";
        }
        """, App + """
        builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = 10 * 1024 * 1024); // any
        app.MapPost("/a", () => "")
            .WithMetadata(new DisableRequestSizeLimitAttribute());
        [ApiController, Route("files")]
        public class FilesController : ControllerBase
        {
            [HttpPost, RequestSizeLimit(10 * 1024 * 1024)]
            [RequestFormLimits(MultipartBodyLengthLimit = 10 * 1024 * 1024)]
            public string Save() => "";
        }
        """);

    [Fact]
    public async Task The_server_answers_413_to_what_is_too_large()
    {
        const string Source = """
            using Microsoft.AspNetCore.Mvc;
            public static class Subject
            {
                public static void Run(WebApplication app) => app.MapControllers();
            }
            [ApiController, Route("notes")]
            public class NotesController : ControllerBase
            {
                [HttpPost]
                [DisableRequestSizeLimit]
                public int Save([FromBody] string text) => text.Length;
            }
            """;
        string[] requests = ["POST /notes \"tea\"", $"POST /notes \"{new string('x', 11 * 1024 * 1024)}\""];
        var before = await Served.AskAsync(Source, requests);
        var after = await Served.AskAsync(await Fixer.FixAsync(Source, "BST3040"), requests);
        Assert.Equal(["200 3", $"200 {11 * 1024 * 1024}"], before);
        Assert.Equal(["200 3", "413"], after.Select(answer => answer.Split('{')[0].Trim()));
    }
}
