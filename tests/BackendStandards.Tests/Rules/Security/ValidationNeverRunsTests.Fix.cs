using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class ValidationNeverRunsTests
{
    [Fact]
    public Task Registers_validation_once() => Verify.FixesAll(
        """
        using System.ComponentModel.DataAnnotations;

        var builder = WebApplication.CreateBuilder(args);
        // The application.
        var app = builder.Build();

        app.MapPost("/users", ([|CreateUser user|]) => user.Name);
        app.MapPut("/users", ([|CreateUser user|]) => user.Name);
        app.Run();

        public record CreateUser([Required] string Name);
        """,
        """
        using System.ComponentModel.DataAnnotations;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddValidation();
        // The application.
        var app = builder.Build();

        app.MapPost("/users", (CreateUser user) => user.Name);
        app.MapPut("/users", (CreateUser user) => user.Name);
        app.Run();

        public record CreateUser([Required] string Name);
        """);

    [Fact]
    public Task Registers_validation_in_another_file() => Verify.Fixes(
        "using System.ComponentModel.DataAnnotations;\npublic static class Users { public static void Map(IEndpointRouteBuilder app) => app.MapPost(\"/users\", ([|CreateUser user|]) => user.Name); }\npublic record CreateUser([Required] string Name);",
        "using System.ComponentModel.DataAnnotations;\npublic static class Users { public static void Map(IEndpointRouteBuilder app) => app.MapPost(\"/users\", (CreateUser user) => user.Name); }\npublic record CreateUser([Required] string Name);",
        test =>
        {
            test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
            test.TestState.Sources.Add("var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\nUsers.Map(app);\napp.Run();\n");
            test.FixedState.Sources.Add(("/0/Test2.cs", Microsoft.CodeAnalysis.Text.SourceText.From("var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddValidation();\nvar app = builder.Build();\nUsers.Map(app);\napp.Run();\n")));
        });

    [Theory]
    [InlineData("""var app = WebApplication.Create(args); app.MapPost("/users", ([|CreateUser user|]) => user.Name);""")]
    [InlineData("""var builder = WebApplication.CreateBuilder(args); builder.Services.AddValidation(); var app = builder.Build(); app.MapPost("/users", ([|CreateUser user|]) => user.Name).DisableValidation();""")]
    public Task Offers_nothing_where_nobody_can_tell(string source) => Verify.OffersNoFix("using System.ComponentModel.DataAnnotations;\n" + source + "\npublic record CreateUser([Required] string Name);");

    private const string Controllers = """
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        var app = builder.Build();
        app.MapControllers();
        app.Run();
        public record CreateUser([Required] string Name);
        [Route("users")]

        """;

    [Fact]
    public Task Has_actions_test_ModelState() => Verify.FixesAll(Controllers + """
        public class UsersController : ControllerBase
        {
            [HttpPost]
            public IActionResult Create([|[FromBody] CreateUser user|])
            {
                // Made here.
                return Ok(user.Name);
            }

            [HttpPut]
            public async Task<ActionResult<string>> Change([|[FromBody] CreateUser user|], [|[Range(1, 5)] int stars|]) { await Task.Yield(); return user.Name; }

            [HttpPatch]
            public Task<IActionResult> Part([|[FromBody] CreateUser user|]) => Task.FromResult<IActionResult>(Ok(user.Name)); // later
        }
        """, Controllers + """
        public class UsersController : ControllerBase
        {
            [HttpPost]
            public IActionResult Create([FromBody] CreateUser user)
            {
                if (!ModelState.IsValid) return ValidationProblem(ModelState);
                // Made here.
                return Ok(user.Name);
            }

            [HttpPut]
            public async Task<ActionResult<string>> Change([FromBody] CreateUser user, [Range(1, 5)] int stars) { if (!ModelState.IsValid) return ValidationProblem(ModelState); await Task.Yield(); return user.Name; }

            [HttpPatch]
            public Task<IActionResult> Part([FromBody] CreateUser user)
            {
                if (!ModelState.IsValid) return Task.FromResult<IActionResult>(ValidationProblem(ModelState));
                return Task.FromResult<IActionResult>(Ok(user.Name));
            } // later
        }
        """);

    [Theory]
    [InlineData("public class UsersController : Controller { [HttpPost] public IActionResult Create([|CreateUser user|]) => View(user); }")]
    [InlineData("public class UsersController : ControllerBase { [HttpPost] public string Create([|[FromBody] CreateUser user|]) => user.Name; }")]
    [InlineData("public class UsersController { [HttpPost] public IActionResult Create([|[FromBody] CreateUser user|]) => new OkResult(); }")]
    public Task Offers_no_test_where_an_error_has_no_place(string controller) => Verify.OffersNoFix(Controllers + controller);

    [Fact]
    public async Task Fixed_actions_refuse_what_is_not_valid()
    {
        const string Source = """
            using System.ComponentModel.DataAnnotations;
            using Microsoft.AspNetCore.Mvc;
            Subject.Create().Run();
            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    builder.Services.AddControllers().AddApplicationPart(typeof(Subject).Assembly);
                    var app = builder.Build();
                    app.MapControllers();
                    return app;
                }
            }
            public class CreateUser { [StringLength(3)] public string? Name { get; set; } }
            [Route("users")]
            public class UsersController : ControllerBase { [HttpPost] public IActionResult Create([FromBody] CreateUser user) => Ok(user.Name); }
            """;
        var repaired = await Fixer.FixAsync(Source, "BST3002");
        string[] requests = ["""POST /users {"name":"long"}""", """POST /users {"name":"abc"}"""];
        Assert.Equal(["200 long", "200 abc"], await Served.AskAsync(Source, requests));
        var after = await Served.AskAsync(repaired, requests);
        Assert.StartsWith("400 ", after[0]);
        Assert.Equal("200 abc", after[1]);
    }

    // The generator that serves AddValidation needs a compiler of today.
    [NewSyntaxFact]
    public async Task Fixed_minimal_apis_refuse_what_is_not_valid()
    {
        const string Source = """
            using System.ComponentModel.DataAnnotations;
            Subject.Create().Run();
            public static class Subject
            {
                public static WebApplication Create()
                {
                    var builder = WebApplication.CreateSlimBuilder();
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    var app = builder.Build();
                    app.MapPost("/users", (CreateUser user) => user.Name);
                    return app;
                }
            }
            public class CreateUser { [StringLength(3)] public string? Name { get; set; } }
            """;
        var repaired = await Fixer.FixAsync(Source, "BST3002");
        string[] requests = ["""POST /users {"name":"long"}""", """POST /users {"name":"abc"}"""];
        Assert.Equal(["200 long", "200 abc"], await Served.AskAsync(Source, requests));
        var after = await Served.AskAsync(repaired, requests);
        Assert.StartsWith("400 ", after[0]);
        Assert.Equal("200 abc", after[1]);
    }
}
