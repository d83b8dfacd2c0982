using BackendStandards.Analyzers.Endpoints.Facts;

namespace BackendStandards.Tests.Endpoints;

/// <summary>Rate limits, sizes, CORS and caching of endpoints.</summary>
public class PolicyTests
{
    private const string App = "using Microsoft.AspNetCore.RateLimiting; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Cors; using Microsoft.AspNetCore.OutputCaching; var app = WebApplication.Create(args);\n";
    private static readonly CancellationToken None = CancellationToken.None;

    private static string Text(EndpointPolicy policy) => policy.Name is null ? $"{policy.State}" : $"{policy.State} {policy.Name}";

    private static string Text(EndpointSizeLimit limit) => limit.Bytes is null ? $"{limit.State}" : $"{limit.State} {limit.Bytes}";

    [Fact]
    public void Reads_rate_limits() => Assert.Equal(
        ["/a: Applied p", "/b: Disabled", "/c: No", "/d: Disabled", "/e: Applied q", "/f: Applied own", "/g: Unknown"],
        Model.OfValid(App + """
            app.MapGet("a", () => "").RequireRateLimiting("p");
            app.MapGet("b", [DisableRateLimiting] () => "");
            app.MapGet("c", () => "");
            app.MapGroup("").DisableRateLimiting().MapGet("d", () => "").RequireRateLimiting("x");
            app.MapGet("e", [EnableRateLimiting("q")] () => "");
            app.MapGroup("").RequireRateLimiting("group").MapGet("f", () => "").RequireRateLimiting("own");
            var g = app.MapGet("g", () => ""); if (app.Environment.IsProduction()) g.RequireRateLimiting("p");
            """).Each(endpoint => Text(endpoint.RateLimit(None))));

    [Fact]
    public void A_policy_of_what_maps_controllers_wins_over_their_attributes() => Assert.Equal(
        ["/a: Applied outer", "/b: Disabled"],
        Model.OfValid(App + """
            app.MapControllers().RequireRateLimiting("outer");
            [ApiController, Route("a"), EnableRateLimiting("own")] public class AController : ControllerBase { [HttpGet] public void Get() { } }
            [ApiController, Route("b")] public class BController : ControllerBase { [HttpGet, DisableRateLimiting] public void Get() { } }
            """).Each(endpoint => Text(endpoint.RateLimit(None))));

    [Fact]
    public void An_action_wins_over_its_controller() => Assert.Equal(
        ["/a: Applied action"],
        Model.OfValid(App + """
            app.MapControllers();
            [ApiController, Route("a"), EnableRateLimiting("controller")] public class AController : ControllerBase { [HttpGet, EnableRateLimiting("action")] public void Get() { } }
            """).Each(endpoint => Text(endpoint.RateLimit(None))));

    [Fact]
    public void Reads_size_limits() => Assert.Equal(
        ["/a: Applied 1048576", "/b: Disabled", "/c: No", "/d: Applied 5", "/e: Applied 7"],
        Model.OfValid(App + """
            app.MapPost("a", [RequestSizeLimit(1024 * 1024)] () => "");
            app.MapPost("b", [DisableRequestSizeLimit] () => "");
            app.MapPost("c", () => "");
            app.MapPost("d", () => "").WithMetadata(new RequestSizeLimitAttribute(5));
            app.MapControllers();
            [ApiController, Route("e")] public class EController : ControllerBase { [HttpPost, RequestSizeLimit(7)] public void Post() { } }
            """).Each(endpoint => Text(endpoint.RequestSize(None))));

    [Fact]
    public void Reads_form_limits() => Assert.Equal(
        ["/a: Applied 9"],
        Model.OfValid(App + """app.MapControllers(); [ApiController, Route("a")] public class AController : ControllerBase { [HttpPost, RequestFormLimits(MultipartBodyLengthLimit = 9)] public void Post() { } }""")
            .Each(endpoint => Text(endpoint.FormSize(None))));

    [Fact]
    public void Reads_cors() => Assert.Equal(
        ["/a: Applied p", "/b: Disabled", "/c: Applied q", "/d: Applied", "/e: No"],
        Model.OfValid(App + """
            app.MapGet("a", () => "").RequireCors("p");
            app.MapGet("b", [DisableCors] () => "");
            app.MapGet("c", [EnableCors("q")] () => "");
            app.MapGet("d", () => "").RequireCors(policy => policy.AllowAnyOrigin());
            app.MapGet("e", () => "");
            """).Each(endpoint => Text(endpoint.Cors(None))));

    [Fact]
    public void Reads_caching() => Assert.Equal(
        ["/a: Applied", "/b: Applied p", "/c: Disabled", "/d: Disabled", "/e: No", "/f: Applied"],
        Model.OfValid(App + """
            app.MapGet("a", () => "").CacheOutput();
            app.MapGet("b", [OutputCache(PolicyName = "p")] () => "");
            app.MapGet("c", () => "").CacheOutput(policy => policy.NoCache());
            app.MapGet("d", [ResponseCache(NoStore = true)] () => "");
            app.MapGet("e", () => "");
            app.MapGet("f", [ResponseCache(Duration = 60)] () => "");
            """).Each(endpoint => Text(endpoint.Cache(None))));

    [Fact]
    public void A_metadata_list_that_is_not_seen_makes_all_unknown() => Assert.Equal(
        ["/a: Unknown Unknown Unknown"],
        Model.OfValid(App + """object[] more = args; app.MapGet("a", () => "").WithMetadata(more);""")
            .Each(endpoint => $"{endpoint.RateLimit(None).State} {endpoint.Cors(None).State} {endpoint.RequestSize(None).State}"));

    [Fact]
    public void Versions_are_read_with_their_values() => Assert.Equal(
        ["/a: 1.0", "/b: 2.0", "/c: neutral", "/d: ", "/e: 1.0,2.0", "/f: 3.0", "/g: ?", "/h: 2.0", "/i: 2024-05-01"],
        Model.OfValid("using Asp.Versioning; using Asp.Versioning.Builder; using Asp.Versioning.Conventions;" + App + """
            app.NewVersionedApi().MapGroup("a").HasApiVersion(1, 0).MapGet("", () => "");
            var set = app.NewApiVersionSet().HasApiVersion(new ApiVersion(2)).Build();
            app.MapGet("b", () => "").WithApiVersionSet(set);
            app.MapGet("c", () => "").IsApiVersionNeutral();
            app.MapGet("d", () => "");
            app.NewVersionedApi().MapGroup("e").HasApiVersion(1.0).HasApiVersion(2.0).MapGet("", () => "");
            app.NewVersionedApi().MapGroup("f").HasApiVersion(1.0).HasApiVersion(3.0).MapGet("", () => "").MapToApiVersion(3.0);
            app.NewVersionedApi().MapGet("g", () => "");
            app.MapControllers();
            [ApiController, Route("h"), ApiVersion(1.0), ApiVersion("2.0")] public class HController : ControllerBase { [HttpGet, MapToApiVersion(2.0)] public void Get() { } }
            [ApiController, Route("i"), ApiVersion("2024-05-01")] public class IController : ControllerBase { [HttpGet] public void Get() { } }
            """).Each(endpoint => endpoint.Versions(None) is { IsNeutral: true } ? "neutral" : string.Join(",", endpoint.Versions(None).Values ?? ["?"])));
}
