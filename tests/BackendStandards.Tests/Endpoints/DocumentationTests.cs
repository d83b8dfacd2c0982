using BackendStandards.Analyzers.Endpoints.Facts;

namespace BackendStandards.Tests.Endpoints;

/// <summary>What documents an endpoint, and the responses it declares.</summary>
public class DocumentationTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http.HttpResults; using Microsoft.AspNetCore.Http.Metadata; var app = WebApplication.Create(args);\n";
    private static readonly CancellationToken None = CancellationToken.None;

    private static string Text(Told told) => told.Text is null ? told.Answer.ToString() : told.Text;

    [Fact]
    public void Reads_summaries_descriptions_names_and_tags() => Assert.Equal(
        ["/a: S|D|N|T, U", "/b: S2|D2|N2|T2", "/c: No|No|No|No", "/g/d: No|No|No|G"],
        Model.OfValid(App + """
            app.MapGet("a", () => "").WithSummary("S").WithDescription("D").WithName("N").WithTags("T", "U");
            app.MapGet("b", [EndpointSummary("S2"), EndpointDescription("D2"), EndpointName("N2"), Tags("T2")] () => "");
            app.MapGet("c", () => "");
            app.MapGroup("g").WithTags("G").MapGet("d", () => "");
            """).Each(endpoint => endpoint.Documentation(None) is var one ? $"{Text(one.Summary)}|{Text(one.Description)}|{Text(one.Name)}|{Text(one.Tags)}" : null));

    [Fact]
    public void Reads_documentation_comments() => Assert.Equal(
        ["/a: Lists all. Yes", "/b: No No", "/c: Yes Yes", "/d: Unknown Unknown", "/e: Gets one. Yes", "/f: No No"],
        Model.OfValid(App + """
            app.MapGet("a", Handlers.List); app.MapGet("b", Handlers.Plain); app.MapGet("c", Handlers.Inherited); Delegate unseen = Make(); app.MapGet("d", unseen); app.MapGet("f", () => "");
            app.MapControllers();
            static Delegate Make() => args => { };
            static class Handlers
            {
                /// <summary>
                /// Lists
                /// all.
                /// </summary>
                public static string List() => "";
                // Nothing.
                public static string Plain() => "";
                /// <inheritdoc cref="List"/>
                public static string Inherited() => "";
            }
            [ApiController, Route("e")] public class EController : ControllerBase
            {
                /** <summary>Gets one.</summary> */
                [HttpGet] public string Get() => "";
            }
            """.Replace("static Delegate Make() => args => { };", "static Delegate Make() => Environment.CommandLine.Length > 0 ? () => \"\" : () => 1;")).Each(endpoint => $"{Text(endpoint.Documentation(None).XmlSummary)} {endpoint.Documentation(None).IsDocumented}"));

    [Fact]
    public void The_name_of_a_route_attribute_counts() => Assert.Equal(
        ["/a: N"], Model.OfValid(App + """app.MapControllers(); [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet(Name = "N")] public void Get() { } }""").Each(endpoint => Text(endpoint.Documentation(None).Name)));

    private static string Responses(DeclaredResponses responses) =>
        string.Join(",", responses.Items.Select(one => $"{one.Status}{(one.Body is null ? "" : ":" + one.Body.Name)}{(one.Origin == ResponseOrigin.Assumed ? "?" : "")}")) + (responses.AllSeen ? "" : " …");

    [Fact]
    public void Reads_declared_responses_of_minimal_endpoints() => Assert.Equal(
        ["/a: 200:String?,404,500", "/b: 201:Item,400,422", "/c: 200:Item,404", "/d: 204", "/e: ", "/f: 200:Item?", "/g/h: 200:String?,429"],
        Model.OfValid(App + """
            app.MapGet("a", () => "").ProducesProblem(404).ProducesProblem(500);
            app.MapPost("b", IResult () => Results.Ok()).Produces<Item>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesValidationProblem(422);
            app.MapGet("c", Results<Ok<Item>, NotFound> () => TypedResults.NotFound());
            app.MapDelete("d", async Task<NoContent> () => { await Task.Yield(); return TypedResults.NoContent(); });
            app.MapGet("e", IResult () => Results.Ok());
            app.MapGet("f", Task<Item> () => Task.FromResult(new Item()));
            app.MapGroup("g").ProducesProblem(429).MapGet("h", () => "");
            class Item;
            """).Each(endpoint => Responses(endpoint.Responses(None))));

    [Fact]
    public void Reads_declared_responses_of_controllers() => Assert.Equal(
        ["/a: 200:Item,404,500", "/b: 200:Item?,409", "/c: 200,418", "/d: 200,404,", "/e: 200:Item,403", "/f: "],
        Model.OfValid(App + """
            app.MapControllers();
            public class Item;
            [ApiController, Route("a"), ProducesResponseType(500)] public class AController : ControllerBase { [HttpGet, ProducesResponseType<Item>(200), ProducesResponseType(StatusCodes.Status404NotFound)] public IActionResult Get() => Ok(); }
            [ApiController, Route("b"), Produces("application/json")] public class BController : ControllerBase { [HttpGet, Taken] public ActionResult<Item> Get() => Ok(); }
            [ApiController, Route("c")] public class CController : ControllerBase
            {
                /// <summary>Gets.</summary>
                /// <response code="200">It.</response>
                /// <response code="418">No coffee.</response>
                [HttpGet] public IActionResult Get() => Ok();
            }
            [ApiController, Route("d"), ApiConventionType(typeof(DefaultApiConventions))] public class DController : ControllerBase { [HttpGet] public IActionResult Get(int id) => Ok(); }
            [ApiController, Route("f"), ApiConventionType(typeof(DefaultApiConventions))] public class FController : ControllerBase { [HttpGet] public IActionResult Get() => Ok(); }
            [ApiController, Route("e")] public class EController : ControllerBase { [HttpGet, ProducesResponseType(typeof(Item), 200), Status(403)] public IActionResult Get() => Ok(); }
            public class TakenAttribute : ProducesResponseTypeAttribute { public TakenAttribute() : base(409) { } }
            public class StatusAttribute(int code) : ProducesResponseTypeAttribute(code);
            """).Each(endpoint => Responses(endpoint.Responses(None))));

    [Fact]
    public void A_result_type_of_the_application_may_declare_more() => Assert.Equal(
        ["/a: 404 …"],
        Model.OfValid(App + """
            app.MapGet("a", Results<Own, NotFound> () => new Own());
            class Own : IResult, IEndpointMetadataProvider { public Task ExecuteAsync(HttpContext context) => Task.CompletedTask; public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder) { } }
            """).Each(endpoint => Responses(endpoint.Responses(None))));
}
