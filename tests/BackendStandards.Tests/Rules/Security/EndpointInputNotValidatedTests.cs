using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class EndpointInputNotValidatedTests
{
    private const string Usings = "using System.ComponentModel.DataAnnotations; using Microsoft.AspNetCore.Mvc;\n";
    private const string App = Usings + "var app = WebApplication.Create(args); app.MapControllers();\n";
    private const string Model = "public record CreateUser(string Name, string? Note);\n";

    private static readonly FixTest<Only<EndpointAnalysis>, EndpointInputNotValidatedFix> Verify = new(RuleCatalog.EndpointInputNotValidated);

    private static Task Handler(string body, string more = "") =>
        Verify.Ignores(App + $$"""app.MapPost("/users", (CreateUser user) => {{body}});""" + "\n" + Model + more);

    [Fact]
    public Task Reports_a_body_of_a_lambda() => Verify.Reports(App + """app.MapPost("/users", ([|CreateUser user|]) => user.Name);""" + "\n" + Model);

    [Fact]
    public Task Reports_a_body_of_a_method_in_another_file() => Verify.Files(
        [
            App + """app.MapGroup("/users").MapPost("/", Users.Create);""",
            "static class Users { public static string Create([|CreateUser user|]) => user.Name; }",
            Model,
        ]);

    [Fact]
    public Task Reports_what_is_wrong_and_where() => Verify.Reports(
        App + """app.MapGroup("/users").MapPost("/", ({|#0:CreateUser user|}) => user.Name);""" + "\n" + Model,
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("CreateUser", "POST /users", "constrain Name, Note, write a validator, or test them before use")));

    [Fact]
    public Task Reports_an_action() => Verify.Reports(App + Model + """
        [ApiController, Route("users")]
        public class UsersController : ControllerBase { [HttpPost] public IActionResult Create([|CreateUser user|]) => Ok(user.Name); }
        """);

    [Fact]
    public Task Reports_a_form_a_query_and_a_page_model() => Verify.Reports(App + Model + """
        [ApiController, Route("users")]
        public class UsersController : ControllerBase
        {
            [HttpPost] public IActionResult Form([[|FromForm] CreateUser user|]) => Ok(user.Name);
            [HttpGet] public IActionResult Query([[|FromQuery] CreateUser user|]) => Ok(user.Name);
        }
        public class PageController : Controller { [HttpPost("/page")] public IActionResult Save([|CreateUser user|]) => View(user); }
        """.Replace("[[|From", "[|[From"));

    [Fact]
    public Task Reports_AsParameters() => Verify.Reports(
        App + """app.MapGet("/users", ([|[AsParameters] Filter filter|]) => filter.Text); public record Filter(string Text);""");

    [Fact]
    public Task Reports_a_list_of_models() => Verify.Reports(App + """app.MapPost("/users", ([|List<CreateUser> users|]) => users.Count);""" + "\n" + Model);

    [Fact]
    public Task Reports_a_model_whose_nested_member_is_open() => Verify.Reports(
        App + """app.MapPost("/orders", ([|Order order|]) => order.Line.Sku); public record Order(Guid Id, Line Line); public record Line(string Sku);""");

    [Fact]
    public Task Reports_implicit_required_and_the_modifier() => Verify.Reports(App + """
        app.MapPost("/users", ([|Draft draft|]) => draft.Name);
        public class Draft { [System.Text.Json.Serialization.JsonRequired] public required string Name { get; set; } }
        """);

    [Fact]
    public Task Reports_a_null_test_of_the_parameter_alone() => Verify.Reports(
        App + """app.MapPost("/users", ([|CreateUser user|]) => user is null ? Results.BadRequest() : Results.Ok(user.Name));""" + "\n" + Model);

    [Fact]
    public Task Reports_a_required_parameter_alone() => Verify.Reports(App + Model + """
        [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpPost] public IActionResult Create({|#0:[FromBody, Required] CreateUser user|}) => Ok(user.Name); }
        """, test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("CreateUser", "POST /users", "constrain Name, Note, write a validator, or test them before use")));

    [Fact]
    public Task Reports_a_null_guard_of_the_parameter_alone() => Verify.Reports(
        App + """app.MapPost("/users", ([|CreateUser user|]) => { ArgumentNullException.ThrowIfNull(user); return user.Name; });""" + "\n" + Model);

    [Fact]
    public Task Reports_a_condition_that_leads_to_no_rejection() => Verify.Reports(
        App + """app.MapPost("/users", ([|CreateUser user|]) => { if (user.Name.Length > 10) Console.WriteLine(user.Name); return user.Note; });""" + "\n" + Model);

    [Fact]
    public Task Reports_where_only_another_model_is_annotated() => Verify.Reports(
        App + """app.MapPost("/users", ([|CreateUser user|]) => user.Name); public record Other([Required] string Name);""" + "\n" + Model);

    [Fact]
    public Task Reports_a_display_hint() => Verify.Reports(
        App + """app.MapPost("/users", ([|Login login|]) => login.Password); public class Login { [DataType(DataType.Password)] public string Password { get; set; } = ""; }""");

    [Fact]
    public Task Reports_though_a_validation_package_is_referenced() => Verify.Reports(
        "using FluentValidation;\n" + App + """app.MapPost("/users", ([|CreateUser user|]) => user.Name); public record Other(string Name); public class OtherValidator : AbstractValidator<Other>;""" + "\n" + Model);

    [Fact]
    public Task Reports_a_guard_on_another_parameter() => Verify.Reports(
        App + """app.MapPost("/users/{id}", (int id, [|CreateUser user|]) => id < 1 ? Results.BadRequest() : Results.Ok(user.Name));""" + "\n" + Model);

    [Fact]
    public Task Reports_where_a_called_method_tests_nothing() => Verify.Reports(
        App + """app.MapPost("/users", ([|CreateUser user|], Users users) => users.Add(user)); public class Users { public string Add(CreateUser user) => user.Name; }""" + "\n" + Model);

    [Theory]
    [InlineData("public record CreateUser([Required] string Name);")]
    [InlineData("public record CreateUser([property: StringLength(9)] string Name);")]
    [InlineData("public class CreateUser { [EmailAddress] public string Name { get; set; } = \"\"; }")]
    [InlineData("public abstract class Named { [Required] public string Name { get; set; } = \"\"; } public class CreateUser : Named;")]
    [InlineData("public class LettersAttribute : RegularExpressionAttribute { public LettersAttribute() : base(\"[a-z]*\") { } } public record CreateUser([Letters] string Name);")]
    [InlineData("public record CreateUser(string Name, Part Part); public record Part([Required] string Key);")]
    [InlineData("public record CreateUser(string Name, List<Part> Parts); public record Part([Required] string Key);")]
    public Task Ignores_data_annotations(string model) => Verify.Ignores(App + """app.MapPost("/users", (CreateUser user) => user.Name);""" + "\n" + model);

    [Fact]
    public Task Ignores_IValidatableObject() => Verify.Ignores(App + """
        app.MapPost("/users", (CreateUser user) => user.Name);
        public class CreateUser : IValidatableObject { public string Name { get; set; } = ""; public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }
        """);

    [Theory]
    [InlineData("public class V : AbstractValidator<CreateUser>;")]
    [InlineData("public abstract class Rules<T> : AbstractValidator<T>; public class V : Rules<CreateUser>;")]
    [InlineData("public static class Inline { public static readonly InlineValidator<CreateUser> V = new(); }")]
    public Task Ignores_a_validator_of_the_model(string validator) => Verify.Ignores(
        "using FluentValidation;\n" + App + """app.MapPost("/users", (CreateUser user) => user.Name);""" + "\n" + Model + validator);

    [Fact]
    public Task Ignores_a_validator_that_is_injected() => Verify.Ignores(
        "using FluentValidation;\n" + App + """app.MapPost("/users", async (CreateUser user, IValidator<CreateUser> validator) => { await validator.ValidateAndThrowAsync(user); return user.Name; });""" + "\n" + Model);

    [Theory]
    [InlineData("user.Name.Length > 9 ? Results.BadRequest() : Results.Ok()")]
    [InlineData("{ if (string.IsNullOrWhiteSpace(user.Name)) return Results.BadRequest(); return Results.Ok(); }")]
    [InlineData("{ if (user.Name == \"\") throw new ArgumentException(\"name\"); return Results.Ok(); }")]
    [InlineData("{ if (user is not { Name.Length: > 3 }) return Results.UnprocessableEntity(); return Results.Ok(); }")]
    [InlineData("user switch { { Name: \"\" } => Results.BadRequest(), _ => Results.Ok() }")]
    [InlineData("user.Name switch { \"\" => Results.BadRequest(), _ => Results.Ok() }")]
    [InlineData("Results.Ok(user.Note ?? throw new ArgumentException(\"note\"))")]
    [InlineData("{ var name = user.Name.Trim(); if (name.Length == 0) return Results.ValidationProblem(new Dictionary<string, string[]>()); return Results.Ok(); }")]
    [InlineData("{ ArgumentException.ThrowIfNullOrEmpty(user.Name); return Results.Ok(); }")]
    [InlineData("{ if (user.Name.Length > 3) { return Results.Ok(); } return Results.BadRequest(); }")]
    [InlineData("{ var errors = new Dictionary<string, string[]>(); if (user.Name == \"\") errors[\"name\"] = [\"empty\"]; return errors.Count > 0 ? Results.ValidationProblem(errors) : Results.Ok(); }")]
    [InlineData("{ var context = new ValidationContext(user); return Validator.TryValidateObject(user, context, null, true) ? Results.Ok() : Results.BadRequest(); }")]
    public Task Ignores_a_guard(string body) => Handler(body);

    [Fact]
    public Task Ignores_a_guard_on_each_element() => Verify.Ignores(App + """
        app.MapPost("/orders", (Order order) => { foreach (var line in order.Lines) if (line.Quantity < 1) return Results.BadRequest(); return Results.Ok(); });
        public record Order(List<Line> Lines); public record Line(int Quantity);
        """);

    [Fact]
    public Task Ignores_a_guard_in_a_method_called_with_the_model() => Handler("Users.Add(user)", "public static class Users { public static string Add(CreateUser user) { if (user.Name == \"\") throw new ArgumentException(\"x\"); return user.Name; } }");

    [Fact]
    public Task Ignores_a_guard_behind_an_interface() => Verify.Ignores(App + """
        app.MapPost("/users", (CreateUser user, IUsers users) => users.Add(user));
        public interface IUsers { string Add(CreateUser user); }
        public class Users : IUsers { public string Add(CreateUser user) => user.Name.Length > 9 ? throw new ArgumentException("x") : user.Name; }
        """ + "\n" + Model);

    [Fact]
    public Task Ignores_a_condition_that_a_method_of_ours_decides() => Handler("IsGood(user) ? Results.Ok() : Results.BadRequest()", "partial class Program { static bool IsGood(CreateUser user) => user.Name.Length < 9; }");

    [Theory]
    [InlineData("static Dictionary<string, string[]> Check(CreateUser user) { var errors = new Dictionary<string, string[]>(); if (user.Name.Length > 9) errors[\"name\"] = [\"long\"]; return errors; }", "errors.Count > 0")]
    [InlineData("static string? Check(CreateUser user) { if (user.Name.Length > 9) return \"long\"; return null; }", "errors is not null")]
    [InlineData("static IEnumerable<string> Check(CreateUser user) { if (user.Name.Length > 9) yield return \"long\"; }", "errors.Any()")]
    [InlineData("static string Check(CreateUser user) => user.Name == \"\" ? \"empty\" : \"\";", "errors.Length > 0")]
    public Task Ignores_faults_that_a_method_called_with_the_model_hands_out(string check, string faulty) =>
        Handler($"{{ var errors = Check(user); return {faulty} ? Results.BadRequest(errors) : Results.Ok(); }}", $"partial class Program {{ {check} }}");

    [Fact]
    public Task Reports_a_sign_in_that_only_compares_the_password() => Verify.Reports(
        App + """app.MapPost("/login", ([|CreateUser user|]) => SignIn(user) is { } token ? Results.Ok(token) : Results.Unauthorized()); partial class Program { static string? SignIn(CreateUser user) { if (user.Note != Environment.MachineName) return null; return user.Name; } }""" + "\n" + Model);

    [Fact]
    public Task Reports_a_look_up_that_only_reads_the_model() => Verify.Reports(
        App + """app.MapPost("/users", ([|CreateUser user|]) => { var found = Find(user); return found is null ? Results.NotFound() : Results.Ok(); }); partial class Program { static string? Find(CreateUser user) => Environment.GetEnvironmentVariable(user.Name); }""" + "\n" + Model);

    [Fact]
    public Task Ignores_a_member_given_to_a_value_object() => Handler("new Name(user.Name).Text", "public class Name { public Name(string text) { if (text == \"\") throw new ArgumentException(\"x\"); Text = text; } public string Text { get; } }");

    [Fact]
    public Task Ignores_value_objects_in_the_model() => Verify.Ignores(App + """
        app.MapPost("/users", (CreateUser user) => user.Name);
        public record CreateUser(Name Name); public readonly struct Name { public Name(string text) { if (text == "") throw new ArgumentException("x"); Text = text; } public string Text { get; } }
        """);

    [Fact]
    public Task Ignores_a_model_that_checks_itself() => Handler("user.EnsureGood().Name", "public static class Checks { public static CreateUser EnsureGood(this CreateUser user) => user; }");

    [Fact]
    public Task Ignores_no_input() => Verify.Ignores(App + """app.MapGet("/users", (HttpContext context, CancellationToken token) => "");""");

    [Fact]
    public Task Ignores_route_ids_and_simple_parameters() => Verify.Ignores(App + """app.MapPost("/users/{id:int}", (int id, string? q, Guid key, bool all) => "");""");
}
