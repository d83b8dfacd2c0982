using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class InputWithoutBoundTests
{
    [Fact]
    public Task Bounds_properties_and_positional_parameters() => Verify.FixesAll(
        """
        using System.ComponentModel.DataAnnotations;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddValidation();
        var app = builder.Build();
        app.MapPost("/users", (CreateUser user) => user.Key);
        app.MapPost("/groups", (CreateGroup group) => group.Key);

        public class CreateUser
        {
            [StringLength(9)] public string Key { get; set; } = "";

            /// <summary>What we call them.</summary>
            [Required]
            public string [|Name|] { get; set; } = "";

            public List<Guid> [|Groups|] { get; set; } = []; // those they are in
            public decimal [|Price|] { get; set; }
        }

        public record CreateGroup([StringLength(9)] string Key, string [|Name|],
            int [|Quantity|] /* of seats */);
        """,
        """
        using System.ComponentModel.DataAnnotations;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddValidation();
        var app = builder.Build();
        app.MapPost("/users", (CreateUser user) => user.Key);
        app.MapPost("/groups", (CreateGroup group) => group.Key);

        public class CreateUser
        {
            [StringLength(9)] public string Key { get; set; } = "";

            /// <summary>What we call them.</summary>
            [Required]
            [StringLength(200)]
            public string Name { get; set; } = "";

            [MaxLength(100)]
            public List<Guid> Groups { get; set; } = []; // those they are in
            [Range(0.0, 1000000.0)]
            public decimal Price { get; set; }
        }

        public record CreateGroup([StringLength(9)] string Key, [StringLength(200)] string Name,
            [Range(0, 10000)] int Quantity /* of seats */);
        """);

    [Fact]
    public Task Bounds_a_model_of_another_file_and_imports_what_it_needs() => Verify.Fixes(
        "using System.ComponentModel.DataAnnotations;\nvar builder = WebApplication.CreateBuilder(args); builder.Services.AddValidation(); var app = builder.Build();\napp.MapPost(\"/users\", (CreateUser user) => user.Home.City);\npublic record CreateUser([StringLength(9)] string Key, Address Home);",
        "using System.ComponentModel.DataAnnotations;\nvar builder = WebApplication.CreateBuilder(args); builder.Services.AddValidation(); var app = builder.Build();\napp.MapPost(\"/users\", (CreateUser user) => user.Home.City);\npublic record CreateUser([StringLength(9)] string Key, Address Home);",
        test =>
        {
            test.TestState.Sources.Add("public record Address(string [|City|]);\n");
            test.FixedState.Sources.Add(("/0/Test2.cs", Microsoft.CodeAnalysis.Text.SourceText.From("using System.ComponentModel.DataAnnotations;\n\npublic record Address([StringLength(256)] string City);\n")));
        });

    [Theory]
    [InlineData("""app.MapPost("/users", (CreateUser user) => { if (user.Key.Length > 9) return Results.BadRequest(); return Results.Ok(user.Name); }); public record CreateUser(string Key, string [|Name|]);""")]
    [InlineData("""app.MapPost("/users", (CreateUser user) => user.Key); public record CreateUser(string Key, string [|Name|]); public class V : FluentValidation.AbstractValidator<CreateUser> { public V() => RuleFor(user => user.Key).MaximumLength(9); }""")]
    public Task Offers_no_annotation_that_nobody_would_read(string source) => Verify.OffersNoFix("using FluentValidation;\nvar app = WebApplication.Create(args);\n" + source);

    private const string Served = """
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
                /*services*/
                var app = builder.Build();
                app.MapControllers();
                app.MapPost("/minimal", (CreateUser user) => user.Key);
                return app;
            }
        }
        public record CreateUser([StringLength(9)] string Key, string? Name, List<int>? Parts, int Quantity);
        [ApiController, Route("users")]
        public class UsersController : ControllerBase { [HttpPost] public IActionResult Create(CreateUser user) => Ok(user.Key); }
        """;

    private static string[] Requests(string path) =>
    [
        $$"""POST {{path}} {"key":"a","name":"{{new string('x', 5000)}}"}""",
        $$"""POST {{path}} {"key":"a","parts":[{{string.Join(",", Enumerable.Range(0, 101))}}]}""",
        $$"""POST {{path}} {"key":"a","quantity":10001}""",
        $$"""POST {{path}} {"key":"a","name":"{{new string('x', 200)}}","parts":[{{string.Join(",", Enumerable.Range(0, 100))}}],"quantity":10000}""",
    ];

    private static async Task Refuses(string source, string path)
    {
        var repaired = await Fixer.FixAsync(source, "BST3003");
        Assert.Equal(["200 a", "200 a", "200 a", "200 a"], await Testing.Served.AskAsync(source, Requests(path)));
        var after = await Testing.Served.AskAsync(repaired, Requests(path));
        Assert.All(after.Take(3), answer => Assert.StartsWith("400 ", answer));
        Assert.Equal("200 a", after[3]);
    }

    [Fact]
    public Task Fixed_models_of_actions_refuse_what_is_too_large() => Refuses(Served, "/users");

    // The generator that serves AddValidation needs a compiler of today.
    [NewSyntaxFact]
    public Task Fixed_models_of_minimal_apis_refuse_what_is_too_large() => Refuses(Served.Replace("/*services*/", "builder.Services.AddValidation();"), "/minimal");
}
