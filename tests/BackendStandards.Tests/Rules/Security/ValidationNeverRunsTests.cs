using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class ValidationNeverRunsTests
{
    private const string Usings = "using System.ComponentModel.DataAnnotations; using Microsoft.AspNetCore.Mvc; using FluentValidation;\n";
    private const string Start = Usings + "var builder = WebApplication.CreateBuilder(args);\n";
    private const string App = Start + "var app = builder.Build();\n";
    private const string Model = "public record CreateUser([Required, StringLength(50)] string Name);\n";
    private const string Plain = "public record CreateUser(string Name);\n";
    private const string Validator = "public class CreateUserValidator : AbstractValidator<CreateUser> { public CreateUserValidator() => RuleFor(user => user.Name).NotEmpty(); }\n";
    private const string Mvc = Start + "builder.Services.AddControllers(); var app = builder.Build(); app.MapControllers();\n" + Model;

    private static readonly FixTest<EndpointAnalyzer, ValidationNeverRunsFix> Verify = new(RuleCatalog.ValidationNeverRuns);

    private static string Action(string parameter, string body = "return Ok();", string attributes = "", string @base = "ControllerBase", string members = "") => $$"""
        {{attributes}}
        [Route("users")] public class UsersController : {{@base}}
        {
            {{members}}
            [HttpPost] public IActionResult Create({{parameter}}) { {{body}} }
        }
        """;

    [Fact]
    public Task Reports_annotations_of_a_minimal_api() => Verify.Reports(App + """app.MapPost("/users", ({|#0:CreateUser user|}) => user.Name);""" + "\n" + Model,
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("CreateUser", "POST /users", "minimal APIs read no annotations until builder.Services.AddValidation() is called")));

    [Theory]
    [InlineData("""app.MapPost("/users", ([|[FromBody] CreateUser user|]) => user.Name);""")]
    [InlineData("""app.MapPost("/users", ([|[FromForm] CreateUser user|]) => user.Name);""")]
    [InlineData("""app.MapGet("/users", ([|[AsParameters] CreateUser user|]) => user.Name);""")]
    [InlineData("""app.MapPost("/users", ([|List<CreateUser> users|]) => users.Count);""")]
    [InlineData("""app.MapGet("/users", ([|[Range(1, 100)] int size|]) => size);""")]
    [InlineData("""app.MapGroup("/users").RequireAuthorization().MapPost("/", ([|CreateUser user|]) => user.Name);""")]
    [InlineData("""app.MapPost("/users", ([|CreateUser user|]) => { if (user == null) return Results.BadRequest(); return Results.Ok(user.Name); });""")]
    [InlineData("""app.MapPost("/users", ([|CreateUser user|]) => new User { Name = user.Name }); public class User { [MaxLength(50)] public string Name { get; set; } = ""; }""")]
    public Task Reports_every_way_in(string statement) => Verify.Reports(App + statement + "\n" + Model);

    [Theory]
    [InlineData("public class CreateUser { [Required] public string Name { get; set; } = \"\"; }")]
    [InlineData("public record CreateUser([property: Required] string Name);")]
    [InlineData("public record CreateUser(Address Home, string Name); public record Address([MaxLength(10)] string Zip);")]
    [InlineData("public record CreateUser([Even] int Age, string Name); public class EvenAttribute : ValidationAttribute { public override bool IsValid(object? value) => value is int number && number % 2 == 0; }")]
    [InlineData("public record CreateUser(string Name) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) { if (Name == \"\") yield return new(\"no name\"); } }")]
    public Task Reports_every_kind_of_declaration(string model) => Verify.Reports(App + """app.MapPost("/users", ([|CreateUser user|]) => user.Name);""" + "\n" + model);

    [Fact]
    public Task Reports_a_handler_in_another_file() => Verify.Files(
        [App + """app.MapPost("/users", Users.Create);""", "static class Users { public static string Create([|CreateUser user|]) => user.Name; }", Usings + Model]);

    [Fact]
    public Task Reports_a_switch_that_is_off() => Verify.Reports(
        Start + """builder.Services.AddValidation(); var app = builder.Build(); app.MapPost("/users", ({|#0:CreateUser user|}) => user.Name).RequireAuthorization().DisableValidation();""" + "\n" + Model,
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("CreateUser", "POST /users", "DisableValidation switches it off")));

    [Fact]
    public Task Reports_an_annotation_on_a_service() => Verify.Reports(
        Start + """builder.Services.AddSingleton<Clock>(); builder.Services.AddValidation(); var app = builder.Build(); app.MapGet("/now", ({|#0:[Required] Clock clock|}) => clock.Now); public class Clock { public int Now => 1; }""",
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("clock", "GET /now", "it comes from the services, where annotations are not read")));

    [Fact]
    public Task Reports_a_controller_without_ApiController() => Verify.Reports(Mvc + Action("{|#0:[FromBody] CreateUser user|}"),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("CreateUser", "POST /users", "nothing tests ModelState.IsValid, as [ApiController] would")));

    [Theory]
    [InlineData("[|CreateUser user|]", "return View(user);", "Controller")]
    [InlineData("[|[Range(1, 5)] int stars|]", "return Ok(stars);", "ControllerBase")]
    public Task Reports_forms_and_values(string parameter, string body, string @base) => Verify.Reports(Mvc + Action(parameter, body, @base: @base));

    [Fact]
    public Task Reports_one_action_though_another_tests() => Verify.Reports(Mvc + Action("[|[FromBody] CreateUser user|]",
        members: """[HttpPut] public IActionResult Change([FromBody] CreateUser user) => ModelState.IsValid ? Ok() : BadRequest(ModelState);"""));

    [Theory]
    [InlineData("builder.Services.Configure<ApiBehaviorOptions>(options => options.SuppressModelStateInvalidFilter = true);")]
    [InlineData("builder.Services.AddControllers().ConfigureApiBehaviorOptions(options => { options.SuppressModelStateInvalidFilter = true; });")]
    public Task Reports_a_filter_that_is_taken_away(string statement) => Verify.Reports(
        Start + statement + "var app = builder.Build(); app.MapControllers();\n" + Model + Action("{|#0:CreateUser user|}", attributes: "[ApiController]"),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("CreateUser", "POST /users", "SuppressModelStateInvalidFilter takes the check of [ApiController] away, and nothing tests ModelState.IsValid")));

    [Fact]
    public Task Reports_a_validator_that_nothing_calls() => Verify.Reports(App + """app.MapPost("/users", ({|#0:CreateUser user|}) => user.Name);""" + "\n" + Plain + Validator,
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("CreateUser", "POST /users", "nothing calls 'CreateUserValidator': have a filter or the handler do it")));

    [Theory]
    [InlineData("builder.Services.AddValidatorsFromAssemblyContaining<CreateUser>();")]
    [InlineData("builder.Services.AddValidatorsFromAssembly(typeof(CreateUser).Assembly);")]
    public Task Reports_a_validator_that_is_registered_and_not_asked(string statement) => Verify.Reports(Start + statement + """var app = builder.Build(); app.MapPost("/users", ([|CreateUser user|]) => user.Name);""" + "\n" + Plain + Validator);

    [Fact]
    public Task Reports_a_validator_in_MVC() => Verify.Reports(Mvc.Replace(Model, Plain) + Validator + Action("[|CreateUser user|]", attributes: "[ApiController]"));
}
