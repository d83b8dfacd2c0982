namespace BackendStandards.Tests.Rules.Security;

/// <summary>What the fix makes of it.</summary>
public partial class ExceptionDetailsExposedTests
{
    [Fact]
    public Task Answers_with_a_general_text_and_logs() => Verify.FixesAll(
        """
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController(ILogger<OrdersController> logger, Action place) : ControllerBase
        {
            [HttpPost("orders")]
            public IActionResult Post()
            {
                try { place(); return Ok(); }
                catch (TimeoutException ex)
                {
                    return Conflict([|ex.Message|]); // too slow
                }
                catch (Exception ex)
                {
                    // Whatever else.
                    return BadRequest([|ex.Message|]);
                }
            }
            [HttpPut("orders")]
            public IActionResult Put()
            {
                try { place(); return Ok(); }
                catch (Exception ex)
                {
                    logger.LogError(ex, "failed");
                    return StatusCode(500, [|new { error = "Failed: " + ex.Message, stack = ex.StackTrace }|]);
                }
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController(ILogger<OrdersController> logger, Action place) : ControllerBase
        {
            [HttpPost("orders")]
            public IActionResult Post()
            {
                try { place(); return Ok(); }
                catch (TimeoutException ex)
                {
                    logger.LogError(ex, "Unhandled error");
                    return Conflict("An unexpected error occurred."); // too slow
                }
                catch (Exception ex)
                {
                    // Whatever else.
                    logger.LogError(ex, "Unhandled error");
                    return Problem("An unexpected error occurred.");
                }
            }
            [HttpPut("orders")]
            public IActionResult Put()
            {
                try { place(); return Ok(); }
                catch (Exception ex)
                {
                    logger.LogError(ex, "failed");
                    return StatusCode(500, new { error = "An unexpected error occurred.", stack = "An unexpected error occurred." });
                }
            }
        }
        """);

    [Fact]
    public Task Drops_the_name_where_nothing_else_uses_it() => Verify.FixesAll(
        """
        public static class Orders
        {
            public static IResult Post(Action place)
            {
                try { place(); return Results.Ok(); }
                catch (Exception ex) { return Results.BadRequest([|ex.Message|]); }
            }
        }
        """,
        """
        public static class Orders
        {
            public static IResult Post(Action place)
            {
                try { place(); return Results.Ok(); }
                catch (Exception) { return Results.Problem("An unexpected error occurred."); }
            }
        }
        """);

    [Theory]
    [InlineData("var text = flag ? ex.Message : name; return BadRequest([|text|]);")]
    [InlineData("return BadRequest([|new { ex }|]);")]
    public Task Offers_nothing_where_the_answer_is_made_elsewhere(string statements) => Verify.OffersNoFix(InCatch(statements));
}
