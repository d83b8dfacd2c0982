using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class InputWithoutBoundTests
{
    private const string Usings = "using System.ComponentModel.DataAnnotations; using Microsoft.AspNetCore.Mvc; using FluentValidation;\n";
    private const string Start = Usings + "var builder = WebApplication.CreateBuilder(args); builder.Services.AddValidation(); builder.Services.AddControllers(); /*services*/ var app = builder.Build(); app.MapControllers();\n";
    private const string Post = """app.MapPost("/users", (CreateUser user) => user.Key);""" + "\n";

    private static readonly FixTest<Only<InputWithoutBound>, InputWithoutBoundFix> Verify = new(RuleCatalog.InputWithoutBound);

    /// <summary>A model whose one other member is constrained, so that somebody thought of validation.</summary>
    private static string Model(string member) => $$"""public class CreateUser { [StringLength(9)] public string Key { get; set; } = ""; {{member}} }""" + "\n";

    [Fact]
    public Task Reports_a_text_without_a_length() => Verify.Reports(Start + Post + Model("""public string {|#0:Name|} { get; set; } = "";"""),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("Name", "CreateUser", "a text of any length", "[StringLength(200)]")));

    [Fact]
    public Task Reports_a_list_without_a_length() => Verify.Reports(Start + Post + Model("public List<string> {|#0:Tags|} { get; set; } = [];"),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("Tags", "CreateUser", "a list of any length", "[MaxLength(100)]")));

    [Fact]
    public Task Reports_a_quantity_without_a_range() => Verify.Reports(Start + Post + Model("public int {|#0:Quantity|} { get; set; }"),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("Quantity", "CreateUser", "any number", "[Range(0, 10000)]")));

    [Theory]
    [InlineData("public string? [|Note|] { get; init; }")]
    [InlineData("[Required] public string [|Name|] { get; set; } = \"\";")]
    [InlineData("[Required, EmailAddress] public string [|Email|] { get; set; } = \"\";")]
    [InlineData("[MinLength(3)] public string [|Name|] { get; set; } = \"\";")]
    [InlineData("[DataType(DataType.Password)] public string [|Password|] { get; set; } = \"\";")]
    [InlineData("public string[] [|Tags|] { get; set; } = [];")]
    [InlineData("public IReadOnlyList<Guid> [|Ids|] { get; set; } = [];")]
    [InlineData("public Dictionary<string, string> [|Labels|] { get; set; } = [];")]
    [InlineData("public decimal? [|Price|] { get; set; }")]
    [InlineData("public int [|PageSize|] { get; set; }")]
    [InlineData("public long [|PageNumber|] { get; set; }")]
    [InlineData("public int [|Offset|] { get; set; }")]
    public Task Reports_every_kind_of_member(string member) => Verify.Reports(Start + Post + Model(member));

    [Theory]
    [InlineData("""app.MapPost("/users", ([FromForm] CreateUser user) => user.Key);""")]
    [InlineData("""app.MapPost("/users", (List<CreateUser> users) => users.Count);""")]
    [InlineData("""app.MapPut("/users/{id}", (int id, [FromBody] CreateUser user) => user.Key);""")]
    [InlineData("""app.MapGroup("/users").RequireAuthorization().MapPost("/", Create); static string Create(CreateUser user) => user.Key;""")]
    [InlineData("""app.MapPost("/users", ([AsParameters] Request request) => request.User.Key); public record Request([FromRoute] int Id, [FromBody] CreateUser User);""")]
    [InlineData("""app.MapPost("/users", (Outer outer) => outer.User.Key); public record Outer(CreateUser User);""")]
    [InlineData("""app.MapPost("/users", (Outer outer) => outer.Users.Count); public record Outer([MaxLength(9)] List<CreateUser> Users);""")]
    [InlineData("""app.MapPost("/users", (Special special) => special.Key); public class Special : CreateUser { }""")]
    [InlineData("""[ApiController, Route("users")] public class UsersController : ControllerBase { [HttpPost] public string Create(CreateUser user) => user.Key; }""")]
    [InlineData("""[Route("users")] public class UsersController : ControllerBase { [HttpPost] public IActionResult Create(CreateUser user) => ModelState.IsValid ? Ok(user.Key) : BadRequest(); }""")]
    public Task Reports_every_way_in(string statement) => Verify.Reports(Start + statement + "\n" + Model("""public string [|Name|] { get; set; } = "";"""));

    [Fact]
    public Task Reports_a_positional_record_once_for_many_endpoints() => Verify.Reports(Start + Post + """app.MapPut("/users", (CreateUser user) => user.Key);""" + "\npublic record CreateUser([StringLength(9)] string Key, string [|Name|]);");

    [Fact]
    public Task Reports_a_number_in_the_query() => Verify.Reports(Start + """app.MapGet("/users", ([AsParameters] ListUsers list) => list.Page); public record ListUsers([Range(1, 9)] int Page, int [|PageSize|], string? Search, string[]? Tags);""");

    private static readonly FixTest<Only<EndpointAnalysis>, InputWithoutBoundFix> Parameters = new(RuleCatalog.InputWithoutBound);

    [Theory]
    [InlineData("""app.MapGet("/users", (int [|page|], [Range(1, 9)] int size, string? search) => page * size);""")]
    [InlineData("""app.MapPost("/orders", ([FromForm] int [|quantity|], [FromForm] string [|note|], [FromForm] Guid key) => quantity);""")]
    [InlineData("""[ApiController, Route("users")] public class UsersController : ControllerBase { [HttpGet] public int List(int [|offset|], string? search) => offset; }""")]
    public Task Reports_a_parameter_that_is_no_model(string statement) => Parameters.Reports(Start + statement);

    [Theory]
    [InlineData("""app.MapGet("/users/{page}", (int page, int floor, Guid key, string? search, string[] tags) => page);""")]
    [InlineData("""app.MapGet("/users", (int page, int pageSize) => Math.Max(page, 1) * Math.Clamp(pageSize, 1, 100));""")]
    [InlineData("""app.MapGet("/users", (int page) => page < 1 || page > 1000 ? Results.BadRequest() : Results.Ok(page));""")]
    [InlineData("""app.MapGet("/users", (int limit, IQueryable<string> users) => users.Order().Take(limit).ToList());""")]
    [InlineData("""[Route("users")] public class UsersController : ControllerBase { [HttpGet] public int List(int offset) => offset; }""")]
    public Task Ignores_parameters_that_are_tested_or_that_nobody_would_validate(string statement) => Parameters.Ignores(Start + statement);

    [Fact]
    public Task Bounds_a_parameter() => Parameters.FixesAll(Start + """app.MapGet("/users", (int [|page|]) => page);""", Start + """app.MapGet("/users", ([Range(1, int.MaxValue)] int page) => page);""");

    [Fact]
    public Task Reports_a_model_in_another_file() => Verify.Files(
        [Start + """app.MapPost("/users", Users.Create);""", "static class Users { public static string Create(CreateUser user) => user.Key; }", Usings + Model("""public string [|Name|] { get; set; } = "";""")]);

    [Fact]
    public Task Reports_what_a_validator_leaves_open() => Verify.Reports(
        Start + Post + """public record CreateUser(string Key, string {|#0:Name|}); public class V : AbstractValidator<CreateUser> { public V() { RuleFor(user => user.Key).Length(3, 9); RuleFor(user => user.Name).NotEmpty().WithMessage("gone"); } }""",
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("Name", "CreateUser", "a text of any length", "MaximumLength(200) in its validator")));

    [Fact]
    public Task Reports_what_a_validator_behind_a_filter_leaves_open() => Verify.Reports(Start + """app.MapPost("/users", (CreateUser user) => user.Key).AddEndpointFilter<Runs<CreateUser>>();""" + """
        public record CreateUser(string Key, string [|Name|]);
        public class V : AbstractValidator<CreateUser> { public V() { RuleFor(user => user.Key).MaximumLength(9); RuleFor(user => user.Name).EmailAddress(); } }
        public class Runs<T>(IValidator<T> validator) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { await validator.ValidateAndThrowAsync(context.GetArgument<T>(0)); return await next(context); }
        }
        """);

    [Fact]
    public Task Reports_what_a_validator_of_the_command_leaves_open() => Verify.Reports(Start + """
        app.MapPost("/users", (Request request, IMediator mediator) => mediator.Send(new Command(request.Key, request.Name)));
        public interface IMediator { Task<object> Send(object command); }
        public record Request(string Key, string [|Name|]);
        public record Command(string Key, string Name);
        public class V : AbstractValidator<Command> { public V() { RuleFor(command => command.Key).MaximumLength(9); RuleFor(command => command.Name).NotEmpty(); } }
        """);

    [Theory]
    [InlineData("{ if (user.Key.Length > 9) return Results.BadRequest(); return Results.Ok(user.Name); }")]
    [InlineData("{ if (user.Key.Length > 9 || string.IsNullOrEmpty(user.Name)) return Results.BadRequest(); return Results.Ok(user.Name); }")]
    [InlineData("{ if (user.Key.Length > 9 || user.Name.Length == 0) return Results.BadRequest(); return Results.Ok(user.Name); }")]
    [InlineData("{ if (user.Key.Length > 9 || user.Name is null or \"\") return Results.BadRequest(); return Results.Ok(user.Name); }")]
    [InlineData("{ if (user.Key.Length > 9 || user.Name == Environment.MachineName) return Results.BadRequest(); return Results.Ok(user.Name); }")]
    public Task Reports_what_tests_by_hand_leave_open(string body) => Verify.Reports(
        Start + $"""app.MapPost("/users", (CreateUser user) => {body});""" + "\npublic record CreateUser(string Key, string [|Name|]);");

    [Fact]
    public Task Takes_the_sizes_from_the_options() => Verify.Reports(Start + Post + Model("public List<string> {|#0:Tags|} { get; set; } = []; public string? {|#1:Colour|} { get; set; } public int {|#2:PageSize|} { get; set; }"), test =>
    {
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbackend_standards.bst3003.text_length = 40\nbackend_standards.bst3003.list_length = 20\nbackend_standards.bst3003.page_size = 50\n"));
        test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("Tags", "CreateUser", "a list of any length", "[MaxLength(20)]"));
        test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(1).WithArguments("Colour", "CreateUser", "a text of any length", "[StringLength(40)]"));
        test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(2).WithArguments("PageSize", "CreateUser", "any number", "[Range(1, 50)]"));
    });
}
