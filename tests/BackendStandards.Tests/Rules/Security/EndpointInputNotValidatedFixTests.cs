using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class EndpointInputNotValidatedFixTests
{
    private static readonly FixTest<Only<EndpointAnalysis>, EndpointInputNotValidatedFix> Verify = new(RuleCatalog.EndpointInputNotValidated);

    [Fact]
    public Task Annotates_a_positional_record_on_its_parameters() => Verify.FixesAll(
        """
        var app = WebApplication.Create(args);
        app.MapPost("/users", ([|CreateUser user|]) => user.Email);

        /// <summary>A user.</summary>
        public record CreateUser(
            string Email, // where to write to
            string Name, string? Note, int Age);
        """,
        """
        using System.ComponentModel.DataAnnotations;

        var app = WebApplication.Create(args);
        app.MapPost("/users", (CreateUser user) => user.Email);

        /// <summary>A user.</summary>
        public record CreateUser(
            [Required, EmailAddress, StringLength(254)] string Email, // where to write to
            [Required, StringLength(200)] string Name, [StringLength(2000)] string? Note, [Range(0, 150)] int Age);
        """);

    [Fact]
    public Task Annotates_properties_on_lines_of_their_own() => Verify.FixesAll(
        """
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Mvc;

        var app = WebApplication.Create(args);
        app.MapPost("/orders", ([|Order order|]) => order.Reference);

        public class Order
        {
            /// <summary>What the customer calls it.</summary>
            public required string Reference { get; set; }

            [JsonPropertyName("mail")]
            public string Email { get; set; } = "";

            [JsonPropertyName("ph")] public string? Phone { get; set; }
            public string Comment { get; set; } = ""; // free text
            public string Sort { get; set; } = "name";
            public decimal Price { get; set; }
            public int? PageSize { get; set; }
            public long Count { get; set; }
            public double Odd { get; set; }
            public List<Line> Lines { get; set; } = [];
            public byte[] Data { get; set; } = [];
            public Guid Key { get; set; }
        }

        public record Line(string Sku, int Quantity);
        """,
        """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Mvc;

        var app = WebApplication.Create(args);
        app.MapPost("/orders", (Order order) => order.Reference);

        public class Order
        {
            /// <summary>What the customer calls it.</summary>
            [StringLength(256, MinimumLength = 1)]
            public required string Reference { get; set; }

            [JsonPropertyName("mail")]
            [Required, EmailAddress, StringLength(254)]
            public string Email { get; set; } = "";

            [JsonPropertyName("ph")] [Phone, StringLength(32)] public string? Phone { get; set; }
            [StringLength(2000)]
            public string Comment { get; set; } = ""; // free text
            [StringLength(256)]
            public string Sort { get; set; } = "name";
            [Range(0.0, 1000000.0)]
            public decimal Price { get; set; }
            [Range(1, 100)]
            public int? PageSize { get; set; }
            [Range(0.0, 10000.0)]
            public long Count { get; set; }
            public double Odd { get; set; }
            [MaxLength(100)]
            public List<Line> Lines { get; set; } = [];
            public byte[] Data { get; set; } = [];
            public Guid Key { get; set; }
        }

        public record Line([Required, StringLength(64)] string Sku, [Range(0, 10000)] int Quantity);
        """);

    [Fact]
    public Task Annotates_a_model_once_for_many_endpoints() => Verify.FixesAll(
        """
        using System.ComponentModel.DataAnnotations;

        var app = WebApplication.Create(args);
        app.MapPost("/users", ([|CreateUser user|]) => user.Name);
        app.MapPut("/users", ([|CreateUser user|]) => user.Name);
        app.MapPost("/items", ([|List<Item> items|]) => items.Count);

        public class CreateUser { public string Name { get; set; } = null!; }
        public class Item { public string Title { get; init; } = null!; }
        """,
        """
        using System.ComponentModel.DataAnnotations;

        var app = WebApplication.Create(args);
        app.MapPost("/users", (CreateUser user) => user.Name);
        app.MapPut("/users", (CreateUser user) => user.Name);
        app.MapPost("/items", (List<Item> items) => items.Count);

        public class CreateUser { [Required, StringLength(200)] public string Name { get; set; } = null!; }
        public class Item { [Required, StringLength(200)] public string Title { get; init; } = null!; }
        """);

    [Fact]
    public Task Annotates_a_model_of_another_file() => Verify.FixesAll(
        """
        var app = WebApplication.Create(args);
        app.MapPost("/users", ([|CreateUser user|]) => user.Name);
        """,
        """
        var app = WebApplication.Create(args);
        app.MapPost("/users", (CreateUser user) => user.Name);
        """,
        test =>
        {
            test.TestState.Sources.Add("// Contracts.\nnamespace Shop;\n\npublic record CreateUser(string Name);\n".Replace("namespace Shop;\n\n", ""));
            test.FixedState.Sources.Clear();
            test.FixedState.Sources.Add("var app = WebApplication.Create(args);\napp.MapPost(\"/users\", (CreateUser user) => user.Name);");
            test.FixedState.Sources.Add(("Test.GlobalUsings.g.cs", Prelude.Usings));
            test.FixedState.Sources.Add("using System.ComponentModel.DataAnnotations;\n\n// Contracts.\npublic record CreateUser([Required, StringLength(200)] string Name);\n");
        });

    [Fact]
    public Task Adds_no_requirement_where_nullability_is_not_declared() => Verify.FixesAll(
        """
        var app = WebApplication.Create(args);
        app.MapPost("/users", ([|CreateUser user|]) => user.Name);
        #nullable disable
        public record CreateUser(string Name, string Title = "x");
        """,
        """
        using System.ComponentModel.DataAnnotations;

        var app = WebApplication.Create(args);
        app.MapPost("/users", (CreateUser user) => user.Name);
        #nullable disable
        public record CreateUser([StringLength(200)] string Name, [StringLength(200)] string Title = "x");
        """);

    [Fact]
    public Task Offers_no_annotation_of_an_entity() => Verify.OffersNoFix(
        """
        var app = WebApplication.Create(args);
        app.MapPost("/users", ([|User user|]) => user.Zone);

        public class User { public DateTime Zone { get; set; } public string Name { get; set; } = ""; }
        public class Db : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<User> Users => Set<User>(); }
        """,
        test => test.CodeActionEquivalenceKey = EndpointInputNotValidatedFix.AnnotateKey);

    [Fact]
    public Task Offers_no_fix_where_no_name_says_anything() => Verify.OffersNoFix(
        """
        var app = WebApplication.Create(args);
        app.MapPost("/points", ([|Point point|]) => point.X);
        public record Point(int X, DateTime At);
        """);

    [Fact]
    public Task Creates_a_validator() => Verify.Fixes(
        """
        using FluentValidation;

        var app = WebApplication.Create(args);
        app.MapPost("/users", ([|CreateUser user|]) => user.Email);

        public record CreateUser(string Email, string? Note, decimal Price, DateTime At);
        """,
        """
        using FluentValidation;

        var app = WebApplication.Create(args);
        app.MapPost("/users", (CreateUser user) => user.Email);

        public record CreateUser(string Email, string? Note, decimal Price, DateTime At);

        public sealed class CreateUserValidator : AbstractValidator<CreateUser>
        {
            public CreateUserValidator()
            {
                RuleFor(request => request.Email).NotEmpty().EmailAddress().MaximumLength(254);
                RuleFor(request => request.Note).MaximumLength(2000);
                RuleFor(request => request.Price).InclusiveBetween(0m, 1000000m);
            }
        }

        """,
        test =>
        {
            test.CodeActionIndex = 1;
            test.NumberOfIncrementalIterations = 1;
        });

    [Fact]
    public Task Leaves_members_alone_whose_type_each_use_decides() => Verify.Fixes(
        """
        var app = WebApplication.Create(args);
        app.MapPost("/users", ([|Envelope<string> envelope|]) => envelope.Name);
        public record Envelope<T>(T Value, string Name);
        """,
        """
        using System.ComponentModel.DataAnnotations;

        var app = WebApplication.Create(args);
        app.MapPost("/users", (Envelope<string> envelope) => envelope.Name);
        public record Envelope<T>(T Value, [Required, StringLength(200)] string Name);
        """);

    [Fact]
    public Task Keeps_comments_regions_and_neighbours_where_they_are() => Verify.Fixes(
        """
        using System.ComponentModel.DataAnnotations;

        var app = WebApplication.Create(args);
        app.MapPost("/users", ([|User user|]) => user.Name);

        public partial class User
        {
            #region Names
            // first
            public string Name { get; set; } = default!; // last
            #endregion
            /* why */ public string Title { get; set; } = null!;
            public Guid Key { get; set; } public string? Note { get; set; }
        }
        """,
        """
        using System.ComponentModel.DataAnnotations;

        var app = WebApplication.Create(args);
        app.MapPost("/users", (User user) => user.Name);

        public partial class User
        {
            #region Names
            // first
            [Required, StringLength(200)]
            public string Name { get; set; } = default!; // last
            #endregion
            /* why */ [Required, StringLength(200)] public string Title { get; set; } = null!;
            public Guid Key { get; set; } [StringLength(2000)] public string? Note { get; set; }
        }
        """);
}
