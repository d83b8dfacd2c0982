using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class IdentityFromClientTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, IdentityFromClientFix> Verify = new(RuleCatalog.IdentityFromClient);

    private static string In(string mapping, string members = "", string types = "") => $$"""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        var app = WebApplication.Create(args);
        app.MapControllers();
        {{mapping}}
        app.Run();

        public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; public int TenantId { get; set; } }
        public record OrderRequest(int Id, string UserId);
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        [ApiController, Authorize] public class RowsController(Shop db, ILogger<RowsController> logger) : ControllerBase { {{members}} private void Use() => logger.LogInformation("{Db}", db); }
        {{types}}
        """;

    [Theory]
    [InlineData("""var user = [|Request.Headers["X-User-Id"]|].ToString(); return Ok(db.Orders.Where(x => x.UserId == user).Take(5).ToList());""")]
    [InlineData("""return Ok(db.Orders.Where(x => x.UserId == [|Request.Headers["X-User-Id"]|].FirstOrDefault()).Take(5).ToList());""")]
    [InlineData("""if ([|Request.Headers.TryGetValue("X-Tenant-Id", out var tenant)|] && int.TryParse(tenant, out var id)) return Ok(db.Orders.Where(x => x.TenantId == id).Take(5).ToList()); return NotFound();""")]
    [InlineData("""if ([|HttpContext.Request.Headers["X-Role"]|] == "admin") return Ok(); return NotFound();""")]
    [InlineData("""var identity = new ClaimsIdentityMaker().Make([|Request.Headers["X-User"]|].ToString()); return Ok(identity);""")]
    public Task Reports_a_header_that_says_who_calls(string body)
    {
        if (body.Contains("ClaimsIdentityMaker")) body = """var claim = new Claim(ClaimTypes.Name, [|Request.Headers["X-User"]|].ToString()); return Ok(claim.Value);""";
        return Verify.Reports(In("", $$"""[HttpGet("a")] public IActionResult A() { {{body}} }"""));
    }

    [Fact]
    public Task Reports_a_middleware_and_a_lambda() => Verify.Reports(In("""
        app.Use(async (context, next) => { var user = [|context.Request.Headers["X-User-Id"]|].ToString(); context.Items["order"] = await context.RequestServices.GetRequiredService<Shop>().Orders.FirstOrDefaultAsync(x => x.UserId == user); await next(); });
        app.MapGet("/a", (HttpRequest request, Shop db) => { var id = [|request.Headers["UserId"]|].ToString(); return db.Orders.FirstOrDefault(x => x.UserId == id); });
        """));

    [Fact]
    public Task Reports_an_owner_that_the_request_names() => Verify.Reports(In("""
        app.MapGet("/a/{id}", (int id, string userId, Shop db) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == [|userId|])).RequireAuthorization();
        app.MapPost("/b", (OrderRequest request, Shop db) => { var order = db.Orders.Find(request.Id); if (order is null || order.UserId != [|request.UserId|]) return Results.Forbid(); return Results.Ok(); }).RequireAuthorization();
        app.MapGet("/c/{id}", (int id, [FromHeader(Name = "X-User-Id")] string sender, Shop db) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == [|sender|])).RequireAuthorization();
        """));

    [Theory]
    [InlineData("var ip = [|Request.Headers[\"X-Forwarded-For\"]|].ToString(); if (ip == \"10.0.0.1\") return Ok(); return NotFound();")]
    [InlineData("return Ok([|Request.Headers[\"X-Forwarded-For\"]|].FirstOrDefault());")]
    public Task Reports_an_address_that_nobody_checked(string body) => Verify.Reports(In("", $$"""[HttpGet("a")] public IActionResult A() { {{body}} }"""));

    [Fact]
    public Task Ignores_an_address_with_the_middleware() => Verify.Ignores(In("app.UseForwardedHeaders();", """[HttpGet("a")] public IActionResult A() => Ok(Request.Headers["X-Forwarded-For"].ToString());"""));

    [Fact]
    public Task Ignores_an_address_where_another_assembly_may_use_the_middleware() => Verify.Ignores(
        In("Other.Setup.Use(app);", """[HttpGet("a")] public IActionResult A() => Ok(Request.Headers["X-Forwarded-For"].ToString());"""),
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Other", "namespace Other; public static class Setup { public static void Use(this WebApplication app) => app.UseForwardedHeaders(); }")));

    [Fact]
    public Task Ignores_what_is_only_logged() => Verify.Ignores(In("", """[HttpGet("a")] public void A() { logger.LogInformation("{Ip} {User}", Request.Headers["X-Forwarded-For"].ToString(), Request.Headers["X-User-Id"].ToString()); }"""));

    [Theory]
    [InlineData("X-User-Id")]
    [InlineData("*")]
    public Task Ignores_headers_of_a_trusted_gateway(string option) => Verify.Ignores(
        In("""app.MapGet("/c/{id}", (int id, [FromHeader(Name = "X-User-Id")] string sender, Shop db) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == sender)).RequireAuthorization();""",
            """[HttpGet("a")] public IActionResult A() { var user = Request.Headers["X-User-Id"].ToString(); return Ok(db.Orders.Where(x => x.UserId == user).Take(5).ToList()); }"""),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*]\nbackend_standards.bst3071.trusted_headers = " + option)));

    [Fact]
    public Task Ignores_administrators_who_act_on_users() => Verify.Ignores(In("""
        app.MapGet("/a/{id}", (int id, string userId, Shop db) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == userId)).RequireAuthorization("admin");
        app.MapGet("/admin/b/{id}", (int id, string userId, Shop db) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == userId)).RequireAuthorization();
        app.MapGet("/c/{id}", (int id, string userId, Shop db, ClaimsPrincipal user) => user.IsInRole("admin") ? db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == userId) : null).RequireAuthorization();
        app.MapGet("/d", (string userId, Shop db) => db.Orders.Where(x => x.UserId == userId).Take(5).ToList()).RequireAuthorization();
        app.MapGet("/users/{userId}/orders/{id}", (int id, string userId, Shop db) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == userId)).RequireAuthorization();
        """));

    [Fact]
    public Task Ignores_a_header_that_is_checked_against_the_claims() => Verify.Ignores(In("", """
        [HttpGet("a")] public IActionResult A() { var tenant = Request.Headers["X-Tenant-Id"].ToString(); if (User.FindFirstValue("tenant") != tenant) return Forbid(); return Ok(db.Orders.Where(x => x.TenantId.ToString() == tenant).Take(5).ToList()); }
        """));

    [Theory]
    [InlineData("""return Ok(Request.Headers["X-Correlation-Id"].ToString() == "a");""")]
    [InlineData("""Response.Headers["X-User-Id"] = "1"; return Ok();""")]
    [InlineData("""return Ok(Request.Headers["X-User-Id"].ToString());""")]
    [InlineData("""return Ok(Request.Headers.UserAgent.ToString());""")]
    public Task Ignores_other_headers_and_uses(string body) => Verify.Ignores(In("", $$"""[HttpGet("a")] public IActionResult A() { {{body}} }"""));

    [Fact]
    public Task Takes_the_user_from_the_claims() => Verify.Fixes(
        In("""app.MapGet("/a/{id}", (int id, string userId, Shop db) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == [|userId|])).RequireAuthorization();""",
            """[HttpGet("a")] public IActionResult A() { var caller = [|Request.Headers["X-User-Id"]|].ToString(); /* who */ return Ok(db.Orders.Where(x => x.UserId == caller).Take(5).ToList()); }"""),
        In("""app.MapGet("/a/{id}", (int id, string userId, Shop db, ClaimsPrincipal user) => db.Orders.FirstOrDefault(x => x.Id == id && x.UserId == user.FindFirstValue(ClaimTypes.NameIdentifier)!)).RequireAuthorization();""",
            """[HttpGet("a")] public IActionResult A() { var caller = User.FindFirstValue(ClaimTypes.NameIdentifier)!; /* who */ return Ok(db.Orders.Where(x => x.UserId == caller).Take(5).ToList()); }"""));

    [Fact]
    public Task Offers_nothing_for_tenants_and_addresses() => Verify.OffersNoFix(In("", """
        [HttpGet("a")] public IActionResult A() { var tenant = int.Parse([|Request.Headers["X-Tenant-Id"]|]!); return Ok(db.Orders.Where(x => x.TenantId == tenant).Take(5).ToList()); }
        [HttpGet("b")] public IActionResult B() => Ok([|Request.Headers["X-Forwarded-For"]|].ToString());
        """));
}
