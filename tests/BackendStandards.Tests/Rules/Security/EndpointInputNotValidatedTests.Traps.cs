namespace BackendStandards.Tests.Rules.Security;

public partial class EndpointInputNotValidatedTests
{
    [Fact]
    public Task Ignores_enums_truth_values_guids_and_ids() => Verify.Ignores(App + """
        app.MapPost("/users", (Choice choice) => choice.Id); public record Choice(int Id, Guid Key, bool On, DayOfWeek Day, long UserId);
        """);

    [Fact]
    public Task Ignores_raw_json_and_streams() => Verify.Ignores(App + """
        app.MapPost("/json", (System.Text.Json.JsonElement json) => ""); app.MapPost("/raw", (Stream body) => ""); app.MapPost("/file", (IFormFile file) => ""); app.MapPost("/map", (Dictionary<string, string> all) => "");
        """);

    [Fact]
    public Task Ignores_services() => Verify.Ignores(App + """app.MapPost("/users", (Users users) => users.Text); public class Users(IServiceProvider services) { public string Text { get; set; } = services.ToString()!; }""");

    [Fact]
    public Task Ignores_a_mediator_with_a_validating_behaviour() => Verify.Ignores(App + """
        app.MapPost("/users", (CreateUser user, ISender sender) => sender.Send(user));
        public interface ISender { Task<string> Send(CreateUser request); }
        public interface IPipelineBehavior<TRequest>; public interface IValidator<T>;
        public class ValidationBehavior<TRequest>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest> { public int Count => validators.Count(); }
        """ + "\n" + Model);

    [Fact]
    public Task Ignores_a_guard_in_the_mediators_handler() => Verify.Ignores(App + """
        app.MapPost("/users", (CreateUser user, ISender sender) => sender.Send(user));
        public interface ISender { Task<string> Send(object request); }
        public class Handler { public string Handle(CreateUser request, CancellationToken token) => request.Name == "" ? throw new ArgumentException("x") : request.Name; }
        """ + "\n" + Model);

    [Fact]
    public Task Ignores_a_command_made_of_the_model_that_a_pipeline_validates() => Verify.Ignores(App + """
        app.MapPost("/users", (CreateUser user, IModule module) => module.ExecuteAsync(new Register(user.Name)));
        public record Register(string Name); public interface IModule { Task ExecuteAsync(object command); } public class Module : IModule { public Task ExecuteAsync(object command) => Task.CompletedTask; }
        public interface IValidator<T>; public class Validating<T>(IList<IValidator<T>> validators) { public int Count => validators.Count; }
        public class RegisterHandler { public string Handle(Register command) => command.Name; }
        """ + "\n" + Model);

    [Theory]
    [InlineData("new Register(user.Name).Name", "public class RegisterValidator : FluentValidation.AbstractValidator<Register>;")]
    [InlineData("new Register { Name = user.Name }.Name", "public class RegisterValidator : FluentValidation.AbstractValidator<Register>;")]
    [InlineData("Mapper.Map<Register>(user).Name", "public class RegisterValidator : FluentValidation.AbstractValidator<Register>; public static class Mapper { public static T Map<T>(object from) => default!; }")]
    [InlineData("new Register(user.Name).Name", "public static class Handler { public static string Handle(Register command) => command.Name == \"\" ? throw new ArgumentException(\"x\") : command.Name; }")]
    public Task Ignores_a_checked_object_made_of_the_model(string body, string more) =>
        Handler(body, "public record Register(string Name) { public Register() : this(\"\") { } }\n" + more);

    [Fact]
    public Task Reports_an_unchecked_object_made_of_the_model() => Verify.Reports(
        App + """app.MapPost("/users", ([|CreateUser user|]) => new Register(user.Name).Name); public record Register(string Name);""" + "\n" + Model);

    [Fact]
    public Task Ignores_a_model_of_a_referenced_assembly() => Verify.Ignores(App + """app.MapPost("/users", (Microsoft.AspNetCore.Mvc.ProblemDetails problem) => problem.Title);""");

    [Fact]
    public Task Ignores_a_model_given_to_code_that_is_not_seen() => Verify.Ignores(
        App + """app.MapPost("/users", (CreateUser user, IUsers users) => users.Add(user)); public interface IUsers { string Add(CreateUser user); }""" + "\n" + Model);

    [Fact]
    public Task Ignores_a_filter_over_the_arguments() => Verify.Ignores(App + """
        app.MapPost("/users", (CreateUser user) => user.Name).AddEndpointFilter<CheckFilter>();
        public class CheckFilter : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.Arguments.Count > 3 ? Results.BadRequest() : await next(context); }
        """ + "\n" + Model);

    [Fact]
    public Task Reports_a_filter_that_looks_at_no_argument() => Verify.Files(
        [
            App + """app.MapPost("/users", ([|CreateUser user|]) => user.Name).AddEndpointFilter<TimingFilter>();""" + "\n" + Model,
            """public class TimingFilter : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => await next(context); }""",
        ]);

    [Fact]
    public Task Ignores_a_group_that_an_unseen_caller_hands_in() => Verify.Ignores(
        """public static class Users { public static void MapUsers(this RouteGroupBuilder group) => group.MapPost("/", (CreateUser user) => user.Name); }""" + "\n" + Model);

    [Fact]
    public Task Ignores_an_action_filter_over_the_arguments() => Verify.Ignores(App + Model + """
        public class CheckAttribute : Microsoft.AspNetCore.Mvc.Filters.ActionFilterAttribute { public override void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) { if (context.ActionArguments.Count > 3) context.Result = new BadRequestResult(); } }
        [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpPost, Check] public IActionResult Create(CreateUser user) => Ok(user.Name); }
        """);

    [Fact]
    public Task Ignores_TryValidateModel() => Verify.Ignores(App + Model + """
        [ApiController, Route("users")] public class UsersController : ControllerBase { [HttpPost] public IActionResult Create(CreateUser user) => TryValidateModel(user) ? Ok() : BadRequest(); }
        """);

    [Fact]
    public Task Ignores_what_a_team_marks() => Verify.Ignores(App + """
        app.MapPost("/users", [ValidatesInput] (CreateUser user) => user.Name);
        public class ValidatesInputAttribute : Attribute;
        """ + "\n" + Model);

    [Fact]
    public Task Reports_a_model_that_is_only_logged() => Verify.Reports(
        App + """app.MapPost("/users", ([|CreateUser user|], ILogger<Log> logger) => { Log.Seen(logger, user.Name, null); return 1; }); public class Log { public static readonly Action<ILogger, string, Exception?> Seen = LoggerMessage.Define<string>(LogLevel.Information, 1, "{Name}"); }""" + "\n" + Model);

    [Fact]
    public Task Ignores_a_model_given_to_a_delegate() => Verify.Ignores(
        App + """Func<CreateUser, bool> check = user => user.Name.Length > 3; app.MapPost("/users", (CreateUser user) => check(user));""" + "\n" + Model);

    [Fact]
    public Task Ignores_a_model_given_to_a_call_that_does_not_bind() => Verify.Ignores(
        App + """app.MapPost("/users", (CreateUser user) => Missing.Check(user));""" + "\n" + Model, test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    [Fact]
    public Task Ignores_half_typed_code() => Verify.Ignores(App + """app.MapPost("/users", (CreateUser user) => { if (user. ) }); app.MapPost("/x", (Missing m) => m.);""" + "\npublic record CreateUser([Required] string Name);",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);
}
