using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Security;

public partial class ValidationNeverRunsTests
{
    private const string Post = """app.MapPost("/users", (CreateUser user) => user.Name)""";

    private static Task IgnoresHandler(string handler, string more = "") => Verify.Ignores(App + $"""app.MapPost("/users", {handler});""" + "\n" + Model + more);

    [Fact]
    public Task Ignores_what_AddValidation_validates() => Verify.Ignores(Start + $"builder.Services.AddValidation(); var app = builder.Build(); {Post};\n" + Model);

    [Theory]
    [InlineData("if (builder.Environment.IsProduction()) builder.Services.AddValidation();")]
    [InlineData("""if (builder.Configuration["Validate"] == "on") builder.Services.AddValidation();""")]
    [InlineData("Setup.Add(builder.Services); static class Setup { public static void Add(IServiceCollection services) => services.AddValidation(); }")]
    public Task Ignores_AddValidation_elsewhere_or_under_a_condition(string statement)
    {
        var split = statement.IndexOf("static class", StringComparison.Ordinal) is var at and >= 0 ? at : statement.Length;
        return Verify.Ignores(Start + statement[..split] + $"var app = builder.Build(); {Post};\n" + Model + statement[split..]);
    }

    [Fact]
    public Task Ignores_AddValidation_that_another_assembly_may_call() => Verify.Ignores(Start + $"builder.Services.AddShared(); var app = builder.Build(); {Post};\n" + Model, test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("Shop.Shared", "namespace Microsoft.Extensions.DependencyInjection; public static class Shared { public static IServiceCollection AddShared(this IServiceCollection services) => services; }")));

    [Fact]
    public Task Ignores_endpoints_of_a_library() => Verify.Ignores(Usings + "public static class Users { public static void Map(IEndpointRouteBuilder app) => app.MapPost(\"/users\", (CreateUser user) => user.Name); }\n" + Model);

    [Theory]
    [InlineData(".AddEndpointFilter<Validates<CreateUser>>()")]
    [InlineData(".AddEndpointFilter(new Validates<CreateUser>())")]
    [InlineData(".AddEndpointFilter(async (context, next) => context.GetArgument<CreateUser>(0).Name == \"\" ? Results.BadRequest() : await next(context))")]
    [InlineData(".AddEndpointFilterFactory((factory, next) => next)")]
    public Task Ignores_an_endpoint_filter(string filter) => Verify.Ignores(App + Post + filter + ";\n" + Model + Filter);

    private const string Filter = """
        public class Validates<T> : IEndpointFilter
        {
            public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
                Validator.TryValidateObject(context.Arguments.OfType<T>().First()!, new ValidationContext(context.Arguments[0]!), null, true) ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest());
        }
        """;

    [Fact]
    public Task Ignores_a_filter_on_a_group() => Verify.Ignores(App + """var users = app.MapGroup("/users").AddEndpointFilter<Validates<CreateUser>>(); users.MapPost("/", (CreateUser user) => user.Name);""" + "\n" + Model + Filter);

    [Fact]
    public Task Ignores_a_filter_of_a_library() => Verify.Ignores(App + Post + ".WithParameterValidation();\n" + Model, test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("MinimalApis.Extensions", "namespace Microsoft.AspNetCore.Http; public static class Filters { public static RouteHandlerBuilder WithParameterValidation(this RouteHandlerBuilder builder) => builder; }")));

    [Theory]
    [InlineData("(CreateUser user) => Validator.TryValidateObject(user, new ValidationContext(user), null, true) ? Results.Ok() : Results.BadRequest()")]
    [InlineData("(CreateUser user) => { if (user.Name.Length > 50) return Results.BadRequest(); return Results.Ok(); }")]
    [InlineData("(CreateUser user) => Checks.IsValid(user) ? Results.Ok() : Results.BadRequest()", "static class Checks { public static bool IsValid(object model) => Validator.TryValidateObject(model, new ValidationContext(model), null, true); }")]
    public Task Ignores_validation_by_hand(string handler, string more = "") => IgnoresHandler(handler, more);

    [Fact]
    public Task Ignores_a_model_that_goes_to_code_that_is_not_seen() => Verify.Ignores(App + """app.MapPost("/users", (CreateUser user, Shop.IUsers users) => users.Create(user));""" + "\n" + Model, test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("Shop.Core", "namespace Shop; public interface IUsers { string Create(object user); }")));

    [Fact]
    public Task Ignores_a_mediator_with_a_validating_pipeline() => IgnoresHandler("(CreateUser user, IMediator mediator) => mediator.Send(user)", """
        public interface IMediator { Task<object> Send(object request); }
        public class Validates<T>(IEnumerable<IValidator<T>> validators) { public void Run(T request) { foreach (var one in validators) one.ValidateAndThrow(request); } }
        """);

    [Theory]
    [InlineData("(CreateUser user) => user.Name", "public record CreateUser(string Name);")]
    [InlineData("(CreateUser user) => user.Name", "public record CreateUser([DataType(DataType.Text)] string Name);")]
    [InlineData("([ValidateNever] CreateUser user) => user.Name", "public record CreateUser([Required] string Name); public class ValidateNeverAttribute : Attribute;")]
    [InlineData("([Required] string name) => name.Length > 3 ? Results.BadRequest() : Results.Ok()", "")]
    [InlineData("(CreateUser user) => user.Name", "public record CreateUser([Required] int Age, [Required] Guid Id, string Name);")]
    [InlineData("([Required] Guid id) => id", "")]
    [InlineData("(CancellationToken token) => 1", "")]
    public Task Ignores_what_is_not_declared(string handler, string model) => Verify.Ignores(App + $"""app.MapPost("/users", {handler});""" + "\n" + model);

    [Fact]
    public Task Ignores_Required_on_a_value_of_the_route() => Verify.Ignores(App + """app.MapGet("/users/{name}", ([Required] string name) => name);""");

    [Fact]
    public Task Ignores_an_answer_with_annotations() => Verify.Ignores(App + """app.MapGet("/users", () => new CreateUser(""));""" + "\n" + Model);

    [Fact]
    public Task Ignores_ApiController() => Verify.Ignores(Mvc + Action("CreateUser user", attributes: "[ApiController]"));

    [Theory]
    [InlineData("[assembly: ApiController]", "ControllerBase", "")]
    [InlineData("", "ApiBase", "[ApiController] public abstract class ApiBase : ControllerBase;")]
    public Task Ignores_ApiController_of_the_assembly_or_a_base(string assembly, string @base, string more) => Verify.Ignores(
        Usings + assembly + Mvc[Usings.Length..] + Action("CreateUser user", @base: @base) + more);

    [Theory]
    [InlineData("if (!ModelState.IsValid) return BadRequest(ModelState); return Ok();", "")]
    [InlineData("if (!TryValidateModel(user)) return BadRequest(); return Ok();", "")]
    [InlineData("return Checked() ?? Ok();", "private IActionResult? Checked() => ModelState.IsValid ? null : BadRequest(ModelState);")]
    [InlineData("return Run(() => Ok());", "private IActionResult Run(Func<IActionResult> action) => ModelState.IsValid ? action() : BadRequest();")]
    [InlineData("return Ok();", "public override void OnActionExecuting(ActionExecutingContext context) { if (!context.ModelState.IsValid) context.Result = BadRequest(); }")]
    public Task Ignores_a_helper_method_that_reads_ModelState(string body, string members) =>
        Verify.Ignores("using Microsoft.AspNetCore.Mvc.Filters;\n" + Mvc + Action("CreateUser user", body, @base: "Controller", members: members));

    [Fact]
    public Task Ignores_a_base_class_that_checks() => Verify.Ignores("using Microsoft.AspNetCore.Mvc.Filters;\n" + Mvc + Action("CreateUser user", @base: "Base") + """
        public abstract class Base : Controller { public override void OnActionExecuting(ActionExecutingContext context) { if (!context.ModelState.IsValid) context.Result = BadRequest(); } }
        """);

    [Fact]
    public Task Ignores_a_base_class_that_is_not_seen() => Verify.Ignores(Mvc + Action("CreateUser user", @base: "Shop.Base"), test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("Shop.Web", "namespace Shop; public abstract class Base : Microsoft.AspNetCore.Mvc.Controller;")));

    private const string ActionFilter = """
        public class CheckedAttribute : Microsoft.AspNetCore.Mvc.Filters.ActionFilterAttribute
        {
            public override void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) { if (!context.ModelState.IsValid) context.Result = new BadRequestResult(); }
        }
        """;

    [Theory]
    [InlineData("[Checked]", "")]
    [InlineData("[ServiceFilter(typeof(CheckedAttribute))]", "")]
    [InlineData("", "options => options.Filters.Add<CheckedAttribute>()")]
    [InlineData("", "options => options.Filters.Add(new CheckedAttribute())")]
    [InlineData("", "options => options.Filters.Add(typeof(CheckedAttribute))")]
    public Task Ignores_an_action_filter(string attribute, string options) =>
        Verify.Ignores(Mvc.Replace("AddControllers()", $"AddControllers({options})") + Action("CreateUser user", attributes: attribute) + ActionFilter);

    [Theory]
    [InlineData("Configure<ApiBehaviorOptions>(options => options.SuppressModelStateInvalidFilter = builder.Configuration.GetValue<bool>(\"Own\"))")]
    [InlineData("Configure<ApiBehaviorOptions>(options => options.SuppressModelStateInvalidFilter = false)")]
    [InlineData("AddControllers(options => options.Filters.Add<CheckedAttribute>()).ConfigureApiBehaviorOptions(options => options.SuppressModelStateInvalidFilter = true)")]
    public Task Ignores_a_filter_that_may_be_there(string call) =>
        Verify.Ignores(Start + $"builder.Services.{call}; var app = builder.Build(); app.MapControllers();\n" + Model + Action("CreateUser user", attributes: "[ApiController]") + ActionFilter);

    [Fact]
    public Task Ignores_a_page_that_is_asked_for() => Verify.Ignores(Mvc + """public class HomeController : Controller { [HttpGet("/search")] public IActionResult Search(CreateUser user) => View(user); }""");

    [Theory]
    [InlineData("app.MapPost(\"/users\", (CreateUser user, IValidator<CreateUser> validator) => validator.Validate(user).IsValid ? Results.Ok() : Results.BadRequest());")]
    [InlineData("app.MapPost(\"/users\", (CreateUser user) => new CreateUserValidator().Validate(user).IsValid ? Results.Ok() : Results.BadRequest());")]
    [InlineData("app.MapPost(\"/users\", (CreateUser user) => user.Name).AddEndpointFilter<Runs<CreateUser>>(); class Runs<T>(IValidator<T> validator) : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { await validator.ValidateAndThrowAsync((T)context.Arguments[0]!); return await next(context); } }")]
    [InlineData("app.MapPost(\"/users\", (CreateUser user) => user.Name); class Order { } class OrderValidator : AbstractValidator<CreateUser> { public OrderValidator() => Include(new CreateUserValidator()); }")]
    public Task Ignores_a_validator_that_is_called(string statement) => Verify.Ignores(App + statement + "\n" + Plain + Validator);

    [Fact]
    public Task Ignores_a_validator_that_a_library_calls() => Verify.Ignores(Start + """builder.Services.AddFluentValidationAutoValidation(); var app = builder.Build(); app.MapPost("/users", (CreateUser user) => user.Name);""" + "\n" + Plain + Validator, test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("FluentValidation.AspNetCore", "namespace Microsoft.Extensions.DependencyInjection; public static class Auto { public static IServiceCollection AddFluentValidationAutoValidation(this IServiceCollection services) => services; }")));

    [Fact]
    public Task Ignores_a_validator_that_another_assembly_may_call() => Verify.Ignores(App + """app.MapPost("/users", (CreateUser user) => user.Name);""" + "\n" + Plain + Validator, test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("Shop.Pipeline", "public class Behavior<T>(System.Collections.Generic.IEnumerable<FluentValidation.IValidator<T>> validators) { public bool Run(T model) => validators.All(one => one.Validate(model).IsValid); }")));

    [Fact]
    public Task Ignores_FastEndpoints_which_runs_its_validators() => Verify.Ignores("""
        using FastEndpoints;
        using FluentValidation;
        var builder = WebApplication.CreateBuilder(args); builder.Services.AddFastEndpoints(); var app = builder.Build(); app.UseFastEndpoints();
        public class CreateUser { public string Name { get; set; } = ""; }
        public class CreateUserValidator : Validator<CreateUser> { public CreateUserValidator() => RuleFor(user => user.Name).NotEmpty(); }
        public class Create : Endpoint<CreateUser> { public override void Configure() { Post("/users"); AllowAnonymous(); } public override Task HandleAsync(CreateUser user, CancellationToken cancellation) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Ignores_tests() => Verify.Ignores(App + Post + ";\n" + Model,
        test => test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));
}
