using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class ValidationResultIgnoredTests
{
    private const string Usings = "using FluentValidation; using Microsoft.AspNetCore.Mvc; using System.ComponentModel.DataAnnotations;\n";
    private const string Model = "\npublic record User(string Name);\npublic class UserValidator : AbstractValidator<User> { public UserValidator() => RuleFor(user => user.Name).NotEmpty(); }\n";
    private static readonly FixTest<HostAnalyzer, ValidationResultIgnoredFix> Verify = new(RuleCatalog.ValidationResultIgnored);

    private static string Action(string statements) => Usings + $$"""
        public class UsersController(IValidator<User> validator, UserValidator own) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Create(User user) { await Task.Yield(); {{statements}} return Ok(user); }
        }
        """ + Model;

    private static string Service(string body) => Usings + $"public class Users(IValidator<User> validator) {{ public async Task Create(User user) {{ await Task.Yield(); {body} }} }}" + Model;

    [Theory]
    [InlineData("validator.[|Validate|](user);")]
    [InlineData("await validator.[|ValidateAsync|](user);")]
    [InlineData("await validator.[|ValidateAsync|](user).ConfigureAwait(false);")]
    [InlineData("validator.[|ValidateAsync|](user);")]
    [InlineData("_ = validator.[|Validate|](user);")]
    [InlineData("var result = validator.[|Validate|](user);")]
    [InlineData("own.[|Validate|](user);")]
    [InlineData("new UserValidator().[|Validate|](user);")]
    [InlineData("validator.[|Validate|](user, options => options.IncludeRuleSets(\"all\"));")]
    [InlineData("validator.[|Validate|](new ValidationContext<User>(user));")]
    [InlineData("[|TryValidateModel|](user);")]
    [InlineData("Validator.[|TryValidateObject|](user, new ValidationContext(user), null, true);")]
    [InlineData("Validator.[|TryValidateObject|](user, new ValidationContext(user), new List<System.ComponentModel.DataAnnotations.ValidationResult>());")]
    [InlineData("var results = new List<System.ComponentModel.DataAnnotations.ValidationResult>(); Validator.[|TryValidateObject|](user, new ValidationContext(user), results);")]
    [InlineData("var isValid = ModelState.[|IsValid|];")]
    [InlineData("_ = ModelState.[|IsValid|];")]
    public Task Reports_what_nobody_reads(string statement) => Verify.Reports(Action(statement));

    [Fact]
    public Task Reports_a_service() => Verify.Reports(Service("await validator.{|#0:ValidateAsync|}(user);"), test => test.ExpectedDiagnostics.Add(
        Verify.Expected.WithLocation(0).WithArguments("The validator", "test IsValid, or call ValidateAndThrow")));

    [Theory]
    [InlineData("var app = WebApplication.Create(args); app.MapGet(\"/pages\", (string page) => { int.{|#0:TryParse|}(page, out var number); return number; });")]
    [InlineData("var app = WebApplication.Create(args); app.MapGet(\"/pages\", (HttpContext context) => { int.{|#0:TryParse|}(context.Request.Query[\"page\"], out var number); return number; });")]
    [InlineData("public class PagesController : Microsoft.AspNetCore.Mvc.ControllerBase { public int Get(string page) { Guid.{|#0:TryParse|}(page, out var id); return id.Version; } }")]
    public Task Suggests_a_test_of_what_the_request_sends(string source) => Verify.Reports(source, test => test.ExpectedDiagnostics.Add(
        new DiagnosticResult(RuleCatalog.ValidationResultIgnored.Id, DiagnosticSeverity.Info).WithLocation(0).WithMessage("TryParse is asked and its answer thrown away: what is not understood goes on as the default value")));

    [Theory]
    [InlineData("validator.ValidateAndThrow(user);")]
    [InlineData("await validator.ValidateAndThrowAsync(user);")]
    [InlineData("validator.Validate(user, options => options.ThrowOnFailures());")]
    [InlineData("Validator.ValidateObject(user, new ValidationContext(user), true);")]
    public Task Ignores_ValidateAndThrow(string statement) => Verify.Ignores(Action(statement));

    [Theory]
    [InlineData("var result = validator.Validate(user); if (!result.IsValid) return BadRequest();")]
    [InlineData("if (!validator.Validate(user).IsValid) return BadRequest();")]
    [InlineData("var task = validator.ValidateAsync(user); if (!(await task).IsValid) return BadRequest();")]
    [InlineData("foreach (var error in validator.Validate(user).Errors) return BadRequest(error);")]
    [InlineData("if (!TryValidateModel(user)) return BadRequest();")]
    [InlineData("TryValidateModel(user); if (!ModelState.IsValid) return BadRequest();")]
    [InlineData("var results = new List<System.ComponentModel.DataAnnotations.ValidationResult>(); Validator.TryValidateObject(user, new ValidationContext(user), results, true); if (results.Count > 0) return BadRequest();")]
    [InlineData("var isValid = ModelState.IsValid; if (!isValid) return BadRequest();")]
    public Task Ignores_what_is_read(string statement) => Verify.Ignores(Action(statement));

    [Fact]
    public Task Ignores_a_list_that_is_handed_in() => Verify.Ignores(Usings + "static class Checks { static void Fill(object model, ICollection<System.ComponentModel.DataAnnotations.ValidationResult> results) => Validator.TryValidateObject(model, new ValidationContext(model), results, true); }");

    [Fact]
    public Task Ignores_a_base_class_that_throws() => Verify.Ignores(Service("validator.Validate(user);")
        + "public abstract class Strict<T> : AbstractValidator<T> { public override FluentValidation.Results.ValidationResult Validate(ValidationContext<T> context) { var result = base.Validate(context); if (!result.IsValid) throw new InvalidOperationException(); return result; } }");

    [Fact]
    public Task Ignores_a_context_that_may_throw() => Verify.Ignores(Usings + "class Users(IValidator<User> validator) { void Check(IValidationContext context) => validator.Validate(context); }" + Model);

    [Theory]
    [InlineData("class Gate { public bool Validate(object x) => true; static void Use() { new Gate().Validate(1); } }")]
    [InlineData("class Gate { public FluentValidation.Results.ValidationResult Validate(object x) => throw new Exception(); static void Use() { new Gate().Validate(1); } }")]
    [InlineData("class Options { public void Validate() { } static void Use(Options options) => options.Validate(); }")]
    public Task Ignores_methods_of_ones_own(string source) => Verify.Ignores(source);

    [Theory]
    [InlineData("int.TryParse(page, out var number); return number < 1 ? 1 : number;")]
    [InlineData("int.TryParse(page, out var number); return Math.Clamp(number, 1, 100);")]
    [InlineData("int.TryParse(page, out var number); if (number == 0) number = 1; return number;")]
    [InlineData("_ = int.TryParse(page, out var number); return number;")]
    [InlineData("if (!int.TryParse(page, out var number)) number = 1; return number;")]
    [InlineData("int.TryParse(page, out _); return 1;")]
    [InlineData("int.TryParse(Environment.MachineName, out var number); return number;")]
    public Task Ignores_a_number_that_is_tested_or_not_from_the_request(string body) => Verify.Ignores($$"""public class PagesController : Microsoft.AspNetCore.Mvc.ControllerBase { public int Get(string page) { {{body}} } }""");

    [Fact]
    public Task Ignores_tests() => Verify.Ignores(Service("validator.Validate(user);"), test => test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

    [Theory]
    [InlineData("validator.[|Validate|](user);", "var validation = validator.Validate(user); if (!validation.IsValid) return ValidationProblem(new ValidationProblemDetails(validation.ToDictionary()));")]
    [InlineData("_ = await validator.[|ValidateAsync|](user);", "var validation = await validator.ValidateAsync(user); if (!validation.IsValid) return ValidationProblem(new ValidationProblemDetails(validation.ToDictionary()));")]
    [InlineData("validator.[|ValidateAsync|](user);", "var validation = await validator.ValidateAsync(user); if (!validation.IsValid) return ValidationProblem(new ValidationProblemDetails(validation.ToDictionary()));")]
    [InlineData("var result = validator.[|Validate|](user);", "var result = validator.Validate(user); if (!result.IsValid) return ValidationProblem(new ValidationProblemDetails(result.ToDictionary()));")]
    [InlineData("[|TryValidateModel|](user);", "if (!TryValidateModel(user)) return ValidationProblem(ModelState);")]
    [InlineData("var isValid = ModelState.[|IsValid|];", "var isValid = ModelState.IsValid; if (!isValid) return ValidationProblem(ModelState);")]
    [InlineData("_ = ModelState.[|IsValid|];", "if (!ModelState.IsValid) return ValidationProblem(ModelState);")]
    public Task Answers_with_what_is_not_valid(string before, string after) => Verify.FixesAll(Action(before), Action(after));

    [Fact]
    public Task Keeps_lines_and_comments() => Verify.FixesAll(
        Usings + """
        public static class Users
        {
            public static async Task<IResult> Create(User user, IValidator<User> validator)
            {
                // First of all.
                await validator.[|ValidateAsync|](user); // see there
                return Results.Ok(user.Name);
            }
        }
        """ + Model,
        Usings + """
        public static class Users
        {
            public static async Task<IResult> Create(User user, IValidator<User> validator)
            {
                // First of all.
                var validation = await validator.ValidateAsync(user); // see there
                if (!validation.IsValid) return Results.ValidationProblem(validation.ToDictionary());
                return Results.Ok(user.Name);
            }
        }
        """ + Model);

    [Fact]
    public Task Offers_nothing_where_no_answer_is_given() => Verify.OffersNoFix(Service("validator.[|Validate|](user);"));

    [Fact]
    public async Task Fixed_handlers_refuse_what_is_not_valid()
    {
        const string Source = """
            using FluentValidation;
            public static class Subject
            {
                public static void Run(WebApplication app) => app.MapPost("/users", IResult (User user) =>
                {
                    new UserValidator().Validate(user);
                    return Results.Ok(user.Name);
                });
            }
            """ + Model;
        var repaired = await Fixer.FixAsync(Source, "BST3004");
        string[] requests = ["""POST /users {"name":""}""", """POST /users {"name":"a"}"""];
        Assert.Equal(["200 \"\"", "200 \"a\""], await Served.AskAsync(Source, requests));
        var after = await Served.AskAsync(repaired, requests);
        Assert.StartsWith("400 ", after[0]);
        Assert.Equal("200 \"a\"", after[1]);
    }
}
