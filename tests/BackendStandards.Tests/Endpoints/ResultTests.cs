using BackendStandards.Analyzers.Endpoints.Facts;

namespace BackendStandards.Tests.Endpoints;

/// <summary>The results that handlers can return.</summary>
public class ResultTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http.HttpResults; var app = WebApplication.Create(args);\n";

    private static string Only(string code)
    {
        var results = Model.OfValid(App + code).Only.Results(CancellationToken.None);
        return string.Join(",", results.Items.Select(one => one.Exception?.Name ?? (one.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?") + (one.Body is null ? "" : ":" + one.Body.Name))) + (results.AllSeen ? "" : " …");
    }

    [Theory]
    [InlineData("""() => "x" """, "200:String")]
    [InlineData("""() => { }""", "200")]
    [InlineData("""async () => { await Task.Yield(); return 1; }""", "200:Int32")]
    [InlineData("""() => Results.Ok(1)""", "200:Int32")]
    [InlineData("""(int id) => id > 0 ? Results.Ok(id) : Results.NotFound()""", "200:Int32,404")]
    [InlineData("""IResult (int id) => { if (id > 0) return Results.Ok(); return TypedResults.Conflict("x"); }""", "200,409:String")]
    [InlineData("""IResult (int id) => id switch { 1 => Results.Ok(), 2 => Results.NoContent(), _ => Results.BadRequest() }""", "200,204,400")]
    [InlineData("""IResult (int id) => { var result = Results.Ok(); if (id > 0) result = Results.NotFound(); return result; }""", "200,404")]
    [InlineData("""() => Results.StatusCode(418)""", "418")]
    [InlineData("""() => Results.Problem(statusCode: StatusCodes.Status409Conflict)""", "409")]
    [InlineData("""() => Results.Problem("x")""", "500")]
    [InlineData("""(int code) => Results.StatusCode(code)""", "? …")]
    [InlineData("""() => TypedResults.Redirect("/x", permanent: true)""", "301")]
    [InlineData("""(int id) => { if (id < 0) throw new ArgumentException(); return id; }""", "ArgumentException,200:Int32")]
    [InlineData("""(int id) => { try { if (id < 0) throw new ArgumentException(); return id; } catch (ArgumentException) { return 0; } }""", "200:Int32,200:Int32")]
    [InlineData("""(HttpContext context) => { context.Response.StatusCode = 202; }""", "202,200")]
    public void Of_lambdas(string handler, string results) => Assert.Equal(Sorted(results), Sorted(Only($"app.MapGet(\"a/{{id}}\", {handler});")));

    [Fact]
    public void Helper_methods_are_followed() => Assert.Equal("200:String,404", Only("""
        app.MapGet("a", IResult (string? x) => x is null ? Missing() : Found(x));
        static IResult Missing() => Problems.NotFound("thing");
        static Ok<string> Found(string x) => TypedResults.Ok(x);
        static class Problems { public static IResult NotFound(string what) => Results.NotFound(); }
        """).Replace("404,200:String", "200:String,404"));

    [Fact]
    public void A_match_is_followed_into_its_lambdas() => Assert.Equal("200:Int32,404", Sorted(Only("""
        app.MapGet("a", async (IFind find) => (await find.Find()).Match(value => Results.Ok(value), () => Results.NotFound()));
        interface IFind { Task<Option> Find(); }
        abstract class Option { public abstract T Match<T>(Func<int, T> some, Func<T> none); }
        """)));

    [Fact]
    public void What_comes_from_an_interface_is_not_seen() => Assert.Equal("? …", Only("""
        app.MapGet("a", (IMake make) => make.Make());
        interface IMake { IResult Make(); }
        """));

    [Fact]
    public void A_union_stands_for_its_parts() => Assert.Equal("200:Int32,404", Sorted(Only("""
        app.MapGet("a", (IMake make) => make.Make());
        interface IMake { Task<Results<Ok<int>, NotFound>> Make(); }
        """)));

    [Fact]
    public void Of_actions() => Assert.Equal("201:Int32,400,404,422,500,KeyNotFoundException", Sorted(Only("""
        app.MapControllers();
        [ApiController, Route("a")] public class AController : ControllerBase
        {
            [HttpPost] public async Task<ActionResult<int>> Post(int id)
            {
                await Task.Yield();
                if (id == 1) return NotFound();
                if (id == 2) return new BadRequestResult();
                if (id == 3) return new ObjectResult(null) { StatusCode = 422 };
                if (id == 4) return StatusCode(500);
                if (id == 5) throw new KeyNotFoundException();
                return CreatedAtAction(nameof(Post), id);
            }
        }
        """)));

    [Fact]
    public void A_value_of_an_action_result_is_200() => Assert.Equal("200:String,404", Sorted(Only("""
        app.MapControllers();
        [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet] public ActionResult<string> Get(string? x) { if (x is null) return NotFound(); return x; } }
        """)));

    [Fact]
    public void A_recursion_ends() => Assert.Equal("404", Only("""
        app.MapGet("a", () => Again(3));
        static IResult Again(int n) => n == 0 ? Results.NotFound() : Again(n - 1);
        """));

    [Fact]
    public void A_handler_that_is_not_seen_has_none_seen()
    {
        var results = Model.OfValid(App + """Delegate handler = Environment.CommandLine.Length > 0 ? () => "" : () => 1; app.MapGet("a", handler);""").Only.Results(CancellationToken.None);
        Assert.Same(PossibleResults.Unseen, results);
    }

    private static string Sorted(string list) => string.Join(",", list.Split(',').Order(StringComparer.Ordinal));
}
