using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Generators;

/// <summary>What a group with an envelope makes of the results of the framework: asked over HTTP.</summary>
public sealed class EnvelopeGroupRunTests
{
    private const string Source = """
        using BackendStandards;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.AspNetCore.Http.Metadata;
        using System.Reflection;

        public sealed record Item(int Id);

        public sealed class Tagged(Item value) : IResult, IValueHttpResult, IStatusCodeHttpResult
        {
            public object? Value => value;
            public int? StatusCode => 200;
            public Task ExecuteAsync(HttpContext context) { context.Response.Headers.Location = "/own"; return context.Response.WriteAsJsonAsync(value); }
        }

        [Microsoft.AspNetCore.Mvc.ApiController, Microsoft.AspNetCore.Mvc.Route("c")]
        public sealed class AskedController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [Microsoft.AspNetCore.Mvc.HttpGet("problem")]
            public Microsoft.AspNetCore.Mvc.IActionResult Get() => Problem("said", statusCode: 409);
        }

        public static class Subject
        {
            public static void Add(IServiceCollection services) => services.AddApiEnvelope();

            public static void Run(WebApplication app)
            {
                app.UseApiEnvelope();
                app.MapControllers();
                var group = app.MapGroup("/g").WithApiEnvelope();
                group.MapGet("/items/{id}", (int id) => TypedResults.Ok(new Item(id))).WithName("item");
                group.MapPost("/created", () => TypedResults.Created("/at/1", new Item(1)));
                group.MapPost("/created-uri", () => TypedResults.Created(new Uri("/at/1", UriKind.Relative), new Item(1)));
                group.MapPost("/created-untyped", () => Results.Created("/at/1", new Item(1)));
                group.MapPost("/created-empty", () => TypedResults.Created("/at/1"));
                group.MapPost("/created-route", () => TypedResults.CreatedAtRoute(new Item(1), "item", new { id = 1 }));
                group.MapPost("/created-route-untyped", () => Results.CreatedAtRoute("item", new { id = 1 }, new Item(1)));
                group.MapPost("/created-one-of", Results<Created<Item>, NotFound> () => TypedResults.Created("/at/1", new Item(1)));
                group.MapPost("/accepted", () => TypedResults.Accepted("/at/1", new Item(1)));
                group.MapPost("/accepted-empty", () => TypedResults.Accepted("/at/1"));
                group.MapPost("/accepted-route", () => TypedResults.AcceptedAtRoute(new Item(1), "item", new { id = 1 }));
                group.MapPost("/own", () => new Tagged(new Item(1)));
                group.MapGet("/text/not-found", () => TypedResults.NotFound("said"));
                group.MapGet("/text/bad", () => TypedResults.BadRequest("said"));
                group.MapGet("/text/conflict", () => Results.Conflict(new { reason = "said" }));
                group.MapGet("/text/problem", () => TypedResults.Problem("said", statusCode: 409));
                app.MapGet("/problem", () => TypedResults.Problem("said", statusCode: 409));
                group.MapGet("/kept", () => ApiResults.NotFound("said"));
            }
        }
        """;

    [Theory]
    [InlineData("created", "/at/1")]
    [InlineData("created-uri", "/at/1")]
    [InlineData("created-untyped", "/at/1")]
    [InlineData("created-route", "/g/items/1")]
    [InlineData("created-route-untyped", "/g/items/1")]
    [InlineData("created-one-of", "/at/1")]
    [InlineData("created-empty", "/at/1")]
    [InlineData("accepted", "/at/1")]
    [InlineData("accepted-empty", "/at/1")]
    [InlineData("accepted-route", "/g/items/1")]
    [InlineData("own", "/own")]
    public async Task Every_result_keeps_its_location_and_is_in_the_format(string path, string location)
    {
        var answer = Assert.Single(await Served.AskInEnvelopeAsync(Source, "Location", $"POST /g/{path}"));

        var status = path.StartsWith("created", StringComparison.Ordinal) ? 201 : path == "own" ? 200 : 202;
        var data = path.EndsWith("empty", StringComparison.Ordinal) ? "null" : """{"id":1}""";
        Assert.Matches($$"""^{{status}} (http://127\.0\.0\.1:\d+)?{{location}} {"success":true,"data":{{data}}}$""", answer);
    }

    [Theory]
    [InlineData("/g/text/not-found")]
    [InlineData("/g/text/bad")]
    [InlineData("/g/text/conflict")]
    [InlineData("/g/text/problem")]
    [InlineData("/problem")]
    public async Task The_text_of_a_failure_is_lost(string path) =>
        Assert.DoesNotContain("said", Assert.Single(await Served.AskInEnvelopeAsync(Source, "Location", $"GET {path}")), StringComparison.Ordinal);

    [Fact]
    public async Task Problem_details_of_a_controller_without_the_envelope_are_sent_as_they_are() =>
        Assert.Contains("\"detail\":\"said\"", Assert.Single(await Served.AskInEnvelopeAsync(Source, "Location", "GET /c/problem")), StringComparison.Ordinal);

    [Fact]
    public async Task A_failure_of_the_format_keeps_its_text() =>
        Assert.Contains("said", Assert.Single(await Served.AskInEnvelopeAsync(Source, "Location", "GET /g/kept")), StringComparison.Ordinal);
}
