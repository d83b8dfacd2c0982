using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class PrivilegedFieldFromClientTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, PrivilegedFieldFromClientFix> Verify = new(RuleCatalog.PrivilegedFieldFromClient);

    private static string In(string mapping, string members = "", string types = "") => $$"""
        using System.Security.Claims;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        using Microsoft.EntityFrameworkCore;

        var app = WebApplication.Create(args);
        app.MapControllers();
        {{mapping}}

        public class User { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsAdmin { get; set; } public string Role { get; set; } = ""; public bool EmailConfirmed { get; set; } public decimal Balance { get; set; } public string PasswordHash { get; set; } = ""; }
        public class Note { public int Id { get; set; } public string Text { get; set; } = ""; public string UserId { get; set; } = ""; public int TenantId { get; set; } }
        public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; public decimal Total { get; set; } public List<OrderLine> Lines { get; set; } = []; }
        public class OrderLine { public int Id { get; set; } public decimal UnitPrice { get; set; } }
        public class Product { public int Id { get; set; } public decimal Price { get; set; } }
        public class Shop : DbContext { public DbSet<User> Users => Set<User>(); public DbSet<Note> Notes => Set<Note>(); public DbSet<Order> Orders => Set<Order>(); public DbSet<OrderLine> Lines => Set<OrderLine>(); public DbSet<Product> Products => Set<Product>(); public DbSet<Membership> Members => Set<Membership>(); }
        public class Membership { public int Id { get; set; } public string UserId { get; set; } = ""; public string Role { get; set; } = ""; }
        public class UserRequest { public string Name { get; set; } = ""; public bool IsAdmin { get; set; } public string Role { get; set; } = ""; public bool EmailConfirmed { get; set; } public decimal Balance { get; set; } public string PasswordHash { get; set; } = ""; public int Id { get; set; } }
        public record NoteRequest(string Text, string UserId, int TenantId);
        public record OrderRequest(decimal Total, List<LineRequest> Lines, string UserId);
        public record LineRequest(decimal UnitPrice);
        [ApiController] public class RowsController(Shop db) : ControllerBase { {{members}} private Shop Shop => db; }
        {{types}}
        """;

    private static string Post(string body, string route = "/users", string request = "UserRequest request", string after = ".RequireAuthorization()") =>
        $$"""app.MapPost("{{route}}", ({{request}}, Shop db) => { {{body}} return Results.NoContent(); }){{after}};""";

    [Theory]
    [InlineData("db.Add(new User { Name = request.Name, [|IsAdmin = request.IsAdmin|] });")]
    [InlineData("db.Users.Add(new User { [|Role = request.Role ?? \"user\"|] });")]
    [InlineData("var user = new User(); [|user.EmailConfirmed = request.EmailConfirmed|]; db.Users.Add(user);")]
    [InlineData("db.Users.Add(new User { [|Balance = request.Balance|] });")]
    [InlineData("db.Users.Add(new User { [|PasswordHash = request.PasswordHash|] });")]
    [InlineData("db.Users.Add(new User { [|Id = request.Id|] });")]
    [InlineData("var user = db.Users.Find(1)!; [|db.Entry(user).CurrentValues.SetValues(request)|]; ")]
    public async Task Reports_a_member_that_the_server_decides(string body)
    {
        if (!body.Contains("SetValues")) await Verify.Reports(In(Post(body)));
        else await Verify.Reports(In(Post(body)).Replace("public string Role { get; set; } = \"\"; public bool EmailConfirmed { get; set; } public decimal Balance { get; set; } public string PasswordHash { get; set; } = \"\"; public int Id { get; set; } }", "}"));
    }

    [Theory]
    [InlineData(".AllowAnonymous()")]
    [InlineData("")]
    [InlineData(".RequireAuthorization()")]
    public Task Reports_rights_whoever_may_call(string after) => Verify.Reports(In(Post("db.Add(new User { [|IsAdmin = request.IsAdmin|] });", after: after)));

    [Fact]
    public Task Reports_the_owner_where_callers_are_signed_in() => Verify.Reports(In(Post("db.Add(new Note { Text = request.Text, [|UserId = request.UserId|], [|TenantId = request.TenantId|] });", "/notes", "NoteRequest request")));

    [Fact]
    public Task Reports_the_price_of_an_order() => Verify.Reports(In(Post(
        "var order = new Order { [|Total = request.Total|] }; foreach (var line in request.Lines) order.Lines.Add(new OrderLine { [|UnitPrice = line.UnitPrice|] }); order.Lines.AddRange(request.Lines.Select(line => new OrderLine { [|UnitPrice = line.UnitPrice|] })); db.Add(order);",
        "/orders", "OrderRequest request")));

    [Fact]
    public Task Reports_an_action() => Verify.Reports(In("", """
        [HttpPost("a"), Authorize] public IActionResult A(UserRequest request) { db.Add(new User { [|IsAdmin = request.IsAdmin|] }); return NoContent(); }
        [HttpPut("b/{id}"), Authorize] public IActionResult B(int id, UserRequest request) { var user = db.Users.Find(id)!; user.Name = request.Name; [|user.Role = request.Role|]; return NoContent(); }
        """));

    [Fact]
    public Task Reports_a_command_whose_handler_copies() => Verify.Reports(In(
        """app.MapPost("/users", ([|CreateUser command|], ISender sender) => sender.Send(command)).RequireAuthorization();""", types: """
        public interface ISender { Task<int> Send(object request); }
        public record CreateUser(string Name, bool IsAdmin);
        public class CreateUserHandler(Shop db) { public Task<int> Handle(CreateUser command, CancellationToken token) { db.Users.Add(new User { IsAdmin = command.IsAdmin }); return db.SaveChangesAsync(token); } }
        """).Replace("public class CreateUserHandler", "public class CreateUserHandler"), test => MoveHandler(test.TestState.Sources));

    // The handler in a file of its own: what is reported stands where the request is taken.
    private static void MoveHandler(Microsoft.CodeAnalysis.Testing.SourceFileList sources)
    {
        var text = sources[0].content.ToString();
        var at = text.IndexOf("public class CreateUserHandler", StringComparison.Ordinal);
        sources[0] = (sources[0].filename, Microsoft.CodeAnalysis.Text.SourceText.From(text[..at], System.Text.Encoding.UTF8));
        sources.Add(("Handler.cs", Microsoft.CodeAnalysis.Text.SourceText.From(text[at..], System.Text.Encoding.UTF8)));
    }

    [Fact]
    public Task Reports_a_service_that_copies() => Verify.Reports(In(
        """app.MapPost("/users", (UserRequest request, IUsers users) => users.Create(request)).RequireAuthorization();""",
        types: "public interface IUsers { void Create(UserRequest made); } public class Users(Shop db) : IUsers { public void Create(UserRequest made) => db.Add(new User { [|IsAdmin = made.IsAdmin|] }); }"));

    [Fact]
    public Task Reports_a_row_that_is_bound_and_stored() => Verify.Reports(In("""app.MapPost("/users", (User user, Shop db) => { [|db.Users.Add(user)|]; return Results.NoContent(); });"""));

    [Fact]
    public Task Reports_constructors_and_factories() => Verify.Reports(In(
        """app.MapPost("/a", (GuestRequest request, Guests db) => { db.Add(new Guest(request.Name, [|request.IsAdmin|])); db.Add(Guest.Create(request.Name, [|request.IsAdmin|])); }).RequireAuthorization();""",
        types: """
        public class Guest(string name, bool isAdmin) { public int Id { get; private set; } public string Name { get; } = name; public bool IsAdmin { get; } = isAdmin; public static Guest Create(string name, bool isAdmin) => new(name, isAdmin); }
        public class Guests : DbContext { public DbSet<Guest> All => Set<Guest>(); }
        public record GuestRequest(string Name, bool IsAdmin);
        """));

    [Theory]
    [InlineData("/users", ".RequireAuthorization(policy => policy.RequireRole(\"admin\"))")]
    [InlineData("/users", ".RequireAuthorization(\"admins\")")]
    [InlineData("/users", ".RequireAuthorization(new AuthorizeAttribute { Roles = \"admin\" })")]
    [InlineData("/admin/users", ".RequireAuthorization()")]
    public Task Ignores_endpoints_of_administrators(string route, string after) => Verify.Ignores(In(Post("db.Add(new User { IsAdmin = request.IsAdmin });", route, after: after)));

    [Fact]
    public Task Ignores_actions_of_administrators() => Verify.Ignores(In("", """
        [HttpPost("a"), Authorize(Roles = "admin")] public IActionResult A(UserRequest request) { db.Add(new User { IsAdmin = request.IsAdmin }); return NoContent(); }
        [HttpPost("b"), Authorize] public IActionResult B(UserRequest request) { if (!User.IsInRole("admin")) return Forbid(); db.Add(new User { IsAdmin = request.IsAdmin }); return NoContent(); }
        [HttpPost("c"), Authorize(Policy = "admins")] public IActionResult C(UserRequest request) { db.Add(new User { Role = request.Role }); return NoContent(); }
        """));

    [Fact]
    public Task Ignores_a_default_policy_that_asks_for_more() => Verify.Ignores(In(Post("db.Add(new User { IsAdmin = request.IsAdmin });"), types: """
        public static class Setup { public static void Add(IServiceCollection services) => services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireRole("admin").Build()); }
        """));

    [Theory]
    [InlineData("[JsonIgnore] public bool IsAdmin { get; set; }")]
    [InlineData("[BindNever] public bool IsAdmin { get; set; }")]
    [InlineData("public bool IsAdmin { get; private set; }")]
    [InlineData("public bool IsAdmin { get; internal set; }")]
    [InlineData("[FromRoute] public bool IsAdmin { get; set; }")]
    public Task Ignores_members_that_are_not_filled(string member) => Verify.Ignores(In(
        """app.MapPost("/a", (Input request, Shop db) => { db.Add(new User { IsAdmin = request.IsAdmin }); }).RequireAuthorization();""", types: $$"""public class Input { public string Name { get; set; } = ""; {{member}} }"""));

    [Theory]
    [InlineData("if (request.Id != 5) return Results.BadRequest(); db.Update(new User { Id = request.Id });")]
    [InlineData("if (request.IsAdmin) return Results.BadRequest(); db.Add(new User { IsAdmin = request.IsAdmin });")]
    [InlineData("if (!Allowed.Roles.Contains(request.Role)) return Results.BadRequest(); db.Add(new User { Role = request.Role });")]
    public Task Ignores_what_is_compared_and_rejected(string body) => Verify.Ignores(In(Post(body), types: "public static class Allowed { public static readonly string[] Roles = []; }"));

    [Theory]
    [InlineData("request.IsAdmin = false; db.Add(new User { IsAdmin = request.IsAdmin });")]
    [InlineData("request = new UserRequest { Name = request.Name }; db.Add(new User { IsAdmin = request.IsAdmin });")]
    public Task Ignores_what_the_server_sets_before(string body) => Verify.Ignores(In(Post(body)));

    [Theory]
    [InlineData("db.Add(new User { Name = request.Name });")]
    [InlineData("db.Add(new User { Name = request.Name, IsAdmin = false });")]
    [InlineData("var shown = new UserRequest { IsAdmin = request.IsAdmin };")]
    [InlineData("Console.WriteLine(request.IsAdmin);")]
    public Task Ignores_what_is_not_copied(string body) => Verify.Ignores(In(Post(body)));

    [Fact]
    public Task Ignores_another_user_than_the_caller() => Verify.Ignores(In("""
        app.MapPost("/teams/{id}/members", (NoteRequest request, Shop db) => { db.Add(new Membership { UserId = request.UserId }); }).RequireAuthorization();
        app.MapPost("/notes", (NoteRequest request, Shop db, ClaimsPrincipal user) => { if (user.Identity is null) return; db.Add(new Note { UserId = request.UserId }); }).RequireAuthorization();
        app.MapPost("/open", (NoteRequest request, Shop db) => { db.Add(new Note { UserId = request.UserId }); }).AllowAnonymous();
        """));

    [Fact]
    public Task Ignores_the_price_of_a_product() => Verify.Ignores(In(
        """app.MapPost("/products", (ProductRequest request, Shop db) => { db.Add(new Product { Price = request.Price }); }).RequireAuthorization();""", types: "public record ProductRequest(decimal Price);"));

    [Fact]
    public Task Ignores_keys_that_the_caller_may_choose() => Verify.Ignores(In(
        """app.MapPost("/tags", (TagRequest request, Tags db) => { db.Add(new Tag { Id = request.Id }); }).RequireAuthorization();""",
        types: "public class Tag { public Guid Id { get; set; } } public class Tags : DbContext { public DbSet<Tag> All => Set<Tag>(); } public record TagRequest(Guid Id);"));

    [Fact]
    public Task Ignores_a_role_that_is_validated() => Verify.Ignores(In(Post("db.Add(new User { Role = request.Role });"),
        types: "public class UserValidator : FluentValidation.AbstractValidator<UserRequest> { public UserValidator() => RuleFor(x => x.Role).Must(role => role == \"user\"); }").Replace("using System.Security.Claims;", "using System.Security.Claims; using FluentValidation;"));

    [Fact]
    public Task Ignores_mappers_whose_copy_is_not_seen() => Verify.Ignores(
        In(Post("db.Add(new Other.Mapper().Map<User>(request));")), test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Other", "namespace Other; public class Mapper { public T Map<T>(object source) => throw new(); }")));

    [Fact]
    public Task Ignores_authorization_that_is_not_seen() => Verify.Ignores(
        In("""Other.Setup.Group(app).MapPost("/users", (UserRequest request, Shop db) => { db.Add(new User { IsAdmin = request.IsAdmin }); });"""),
        test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Other", "namespace Other; public static class Setup { public static RouteGroupBuilder Group(WebApplication app) => app.MapGroup(\"/a\").RequireAuthorization(\"admins\"); }")));

    [Fact]
    public Task Leaves_a_member_out_of_the_request() => Verify.Fixes("""
        using Microsoft.EntityFrameworkCore;

        var app = WebApplication.Create(args);
        app.MapPost("/users", (UserRequest request, Shop db) => { db.Add(new User { Name = request.Name, [|IsAdmin = request.IsAdmin|] }); });

        public class User { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsAdmin { get; set; } }
        public class Shop : DbContext { public DbSet<User> Users => Set<User>(); }
        public class UserRequest
        {
            public string Name { get; set; } = "";
            // who decides
            public bool IsAdmin { get; set; } // here
        }
        """, """
        using System.Text.Json.Serialization;
        using Microsoft.EntityFrameworkCore;

        var app = WebApplication.Create(args);
        app.MapPost("/users", (UserRequest request, Shop db) => { db.Add(new User { Name = request.Name, IsAdmin = request.IsAdmin }); });

        public class User { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsAdmin { get; set; } }
        public class Shop : DbContext { public DbSet<User> Users => Set<User>(); }
        public class UserRequest
        {
            public string Name { get; set; } = "";
            // who decides
            [JsonIgnore] public bool IsAdmin { get; set; } // here
        }
        """);

    [Fact]
    public Task Takes_the_owner_from_the_caller() => Verify.Fixes(
        In("""app.MapPost("/notes", (NoteRequest request, Shop db) => { db.Add(new Note { Text = request.Text, [|UserId = request.UserId|] }); }).RequireAuthorization();""",
            """[HttpPost("a"), Authorize] public IActionResult A(NoteRequest request) { db.Add(new Note { [|UserId = request.UserId|] }); return NoContent(); }"""),
        In("""app.MapPost("/notes", (NoteRequest request, Shop db, ClaimsPrincipal user) => { db.Add(new Note { Text = request.Text, UserId = user.FindFirstValue(ClaimTypes.NameIdentifier)! }); }).RequireAuthorization();""",
            """[HttpPost("a"), Authorize] public IActionResult A(NoteRequest request) { db.Add(new Note { UserId = User.FindFirstValue(ClaimTypes.NameIdentifier)! }); return NoContent(); }"""));

    [Fact]
    public Task Offers_nothing_for_forms_and_tenants() => Verify.OffersNoFix(In("""
        app.MapPost("/a", ([FromForm] UserRequest request, Shop db) => { db.Add(new User { [|IsAdmin = request.IsAdmin|] }); }).RequireAuthorization();
        """));

    [Theory]
    [InlineData("public class UserRequest { public string Name { get; set; } = \"\"; public bool IsAdmin { get; set; } }")]
    [InlineData("public record UserRequest(string Name, bool IsAdmin);")]
    public async Task The_caller_makes_himself_administrator_before_and_not_after(string request)
    {
        var source = $$"""
            using Microsoft.EntityFrameworkCore;
            Subject.Create().Run();
            public class User { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsAdmin { get; set; } }
            public class Shop : DbContext { public DbSet<User> Users => Set<User>(); }
            {{request}}
            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder();
                    builder.Logging.ClearProviders();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    var app = builder.Build();
                    app.MapPost("/users", (UserRequest request) => { var user = new User { Name = request.Name, IsAdmin = request.IsAdmin }; return Results.Ok(user); });
                    return app;
                }
            }
            """;
        var repaired = await Fixer.FixAsync(source, "BST3070");
        string[] ask = ["""POST /users {"name":"Ann","isAdmin":true}"""];
        Assert.Equal(["""200 {"id":0,"name":"Ann","isAdmin":true}"""], await Served.AskAsync(source, ask));
        Assert.Equal(["""200 {"id":0,"name":"Ann","isAdmin":false}"""], await Served.AskAsync(repaired, ask));
    }
}
