using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class CredentialInUrlTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, CredentialInUrlFix> Verify = new(RuleCatalog.CredentialInUrl);

    [Theory]
    [InlineData("string password")]
    [InlineData("[FromQuery] string token")]
    [InlineData("[FromQuery(Name = \"access_token\")] string accessToken")]
    [InlineData("string? apiKey")]
    [InlineData("string clientSecret")]
    [InlineData("string ssn")]
    [InlineData("string cardNumber")]
    [InlineData("long creditCardNumber")]
    [InlineData("string pin")]
    [InlineData("int pinCode")]
    [InlineData("string newPassword")]
    public Task Reports_credentials_in_the_query(string parameter) => Verify.Reports(Action($"[|{parameter}|]"));

    [Theory]
    [InlineData("password")]
    [InlineData("apiKey")]
    [InlineData("ssn")]
    public Task Reports_credentials_in_the_route(string name) => Verify.Reports(
        $$"""var app = WebApplication.Create(args); app.MapGet("/v1/customers/{{{name}}}", ([|string {{name}}|]) => "");""");

    [Fact]
    public Task Reports_members_of_a_query_model() => Verify.Reports(Action("[|[FromQuery] Filter filter|]") + "public class Filter { public string? Name { get; set; } public string? ApiKey { get; set; } }");

    [Theory]
    [InlineData("string resetToken")]
    [InlineData("string confirmationToken")]
    [InlineData("string continuationToken")]
    [InlineData("string pageToken")]
    [InlineData("string nextPageToken")]
    [InlineData("CancellationToken cancellationToken")]
    [InlineData("string code, string state")]
    [InlineData("string deviceToken")]
    [InlineData("[FromHeader] string apiKey")]
    [InlineData("[FromHeader(Name = \"X-Token\")] string token")]
    [InlineData("string tokenId")]
    [InlineData("string tokenType")]
    [InlineData("bool pin")]
    [InlineData("bool hasPassword")]
    [InlineData("string passwordPolicy")]
    [InlineData("string name, int page")]
    [InlineData("[FromBody] Filter login")]
    [InlineData("[FromForm] string password")]
    [InlineData("[FromServices] ILogger token")]
    public Task Ignores_pages_links_headers_and_bodies(string parameters) => Verify.Ignores(Action(parameters) + "public class Filter { public string? Password { get; set; } }");

    [Theory]
    [InlineData("reset-password")]
    [InlineData("confirm-email")]
    [InlineData("unsubscribe")]
    [InlineData("oauth/callback")]
    [InlineData("invitations/accept")]
    public Task Ignores_links_that_somebody_was_sent(string route) => Verify.Ignores($$"""var app = WebApplication.Create(args); app.MapGet("/v1/{{route}}", (string token) => "");""");

    [Fact]
    public Task Ignores_the_token_that_a_hub_reads() => Verify.Ignores(
        """
        var app = WebApplication.Create(args);
        app.MapHub<Chat>("/chat");
        app.Use((HttpContext context, Func<Task> next) => { context.Request.Headers.Authorization = "Bearer " + context.Request.Query["access_token"]; return next(); });
        public class Chat : Microsoft.AspNetCore.SignalR.Hub { public Task Join(string token) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Takes_a_key_from_a_header() => Verify.Fixes(Action("/* the partner's */ [|[FromQuery] string apiKey|], int page"), Action("/* the partner's */ [FromHeader(Name = \"X-Api-Key\")] string apiKey, int page"));

    [Fact]
    public Task Takes_a_token_of_a_minimal_endpoint_from_a_header() => Verify.Fixes(
        """
        var app = WebApplication.Create(args);
        app.MapGet("/v1/orders", ([|string accessToken|]) => "");
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        var app = WebApplication.Create(args);
        app.MapGet("/v1/orders", ([FromHeader(Name = "X-Access-Token")] string accessToken) => "");
        """);

    [Theory]
    [InlineData("string password")]
    [InlineData("string ssn")]
    public Task Offers_no_header_for_what_belongs_into_the_body(string parameter) => Verify.OffersNoFix(Action($"[|{parameter}|]"));

    private static string Action(string parameters) => $$"""
        using Microsoft.AspNetCore.Mvc;
        [ApiController]
        [Route("api/v1/orders")]
        public class OrdersController : ControllerBase
        {
            [HttpGet]
            public string Get({{parameters}}) => "";
        }

        """;
}
