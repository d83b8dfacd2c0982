using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Security;

public partial class InputWithoutBoundTests
{
    private static Task Ignores(string member, string more = "") => Verify.Ignores(Start + Post + Model(member) + more);

    [Theory]
    [InlineData("[MaxLength(9)] public string Name { get; set; } = \"\";")]
    [InlineData("[StringLength(9)] public string Name { get; set; } = \"\";")]
    [InlineData("[Length(1, 9)] public string Name { get; set; } = \"\";")]
    [InlineData("[RegularExpression(\"[a-z]{9}\")] public string Name { get; set; } = \"\";")]
    [InlineData("[AllowedValues(\"a\", \"b\")] public string Name { get; set; } = \"\";")]
    [InlineData("[Compare(nameof(Key))] public string Again { get; set; } = \"\";")]
    [InlineData("[MaxLength(9)] public List<string> Tags { get; set; } = [];")]
    [InlineData("[Length(1, 9)] public string[] Tags { get; set; } = [];")]
    [InlineData("[Range(1, 9)] public int Quantity { get; set; }")]
    public Task Ignores_bounded_members(string member) => Ignores(member);

    [Fact]
    public Task Ignores_custom_validation_attributes() => Ignores("[Short] public string Name { get; set; } = \"\";",
        "public class ShortAttribute : ValidationAttribute { public override bool IsValid(object? value) => value is not string { Length: > 9 }; }");

    [Theory]
    [InlineData("public string Id { get; set; } = \"\";")]
    [InlineData("public string CustomerId { get; set; } = \"\";")]
    [InlineData("public Guid Other { get; set; }")]
    [InlineData("public int OrderId { get; set; }")]
    public Task Ignores_ids(string member) => Ignores(member);

    [Theory]
    [InlineData("public int Floor { get; set; }")]
    [InlineData("public double Speed { get; set; }")]
    [InlineData("public bool Active { get; set; }")]
    [InlineData("public DayOfWeek Day { get; set; }")]
    [InlineData("public DateTime Born { get; set; }")]
    [InlineData("public byte[] Picture { get; set; } = [];")]
    [InlineData("[System.Text.Json.Serialization.JsonIgnore] public string Name { get; set; } = \"\";")]
    [InlineData("public string Name { get; } = \"\";")]
    [InlineData("public string Name => Key;")]
    [InlineData("internal string Name { get; set; } = \"\";")]
    [InlineData("public static string Name { get; set; } = \"\";")]
    [InlineData("[System.Text.Json.Serialization.JsonConverter(typeof(Short))] public string Name { get; set; } = \"\";", "public class Short : System.Text.Json.Serialization.JsonConverter<string> { public override string Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => \"\"; public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) { } }")]
    public Task Ignores_what_has_no_size_or_is_not_filled(string member, string more = "") => Ignores(member, more);

    [Fact]
    public Task Ignores_an_accessor_of_its_own() => Ignores("private int _size; public int PageSize { get => _size; set => _size = Math.Min(value, 100); }");

    [Theory]
    [InlineData("""app.MapGet("/users", () => new CreateUser()); """)]
    [InlineData("""app.MapGet("/users", () => new List<CreateUser>()); static void Save(CreateUser user) { }""")]
    [InlineData("""app.MapPost("/users", (IUsers users) => users.Save(new CreateUser())); public interface IUsers { string Save(CreateUser user); }""")]
    public Task Ignores_response_only_models(string statement) => Verify.Ignores(Start + statement + "\n" + Model("public string Name { get; set; } = \"\";"));

    [Fact]
    public Task Ignores_texts_and_lists_in_the_query() => Verify.Ignores(Start + """
        app.MapGet("/users", ([AsParameters] ListUsers list) => list.Search); public record ListUsers([StringLength(9)] string Key, string? Search, string[]? Tags, [FromHeader] string Agent);
        [ApiController, Route("a")] public class AController : ControllerBase { [HttpGet] public string Get([FromQuery] Filter filter) => filter.Key; }
        public record Filter([StringLength(9)] string Key, string? Search);
        """);

    [Fact]
    public Task Ignores_what_BST3001_reports() => Verify.Ignores(Start + """app.MapPost("/users", (CreateUser user) => user.Name); public record CreateUser(string Name, int Quantity);""");

    [Fact]
    public Task Ignores_entities() => Verify.Ignores(Start + Post + Model("public int Id { get; set; } public string Name { get; set; } = \"\";") + "public class Db : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<CreateUser> Users => Set<CreateUser>(); }");

    [Fact]
    public Task Ignores_IValidatableObject() => Verify.Ignores(Start + Post + """
        public class CreateUser : IValidatableObject { public string Key { get; set; } = ""; public string Name { get; set; } = ""; public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }
        """);

    [Fact]
    public Task Ignores_value_objects() => Verify.Ignores(Start + """
        app.MapPost("/users", (CreateUser user) => new Name(user.Name).Text); public record CreateUser([StringLength(9)] string Key, string Name, Name Other);
        public class Name { public Name(string text) { if (text == "") throw new ArgumentException("x"); Text = text; } public string Text { get; } }
        """);

    [Theory]
    [InlineData("RuleFor(user => user.Name).NotEmpty().MaximumLength(9);")]
    [InlineData("RuleFor(user => user.Name).Length(1, 9);")]
    [InlineData("RuleFor(user => user.Name).Matches(\"[a-z]{9}\");")]
    [InlineData("RuleFor(user => user.Name).Must(name => name.Length < 9);")]
    [InlineData("RuleFor(user => user.Name).SetValidator(new InlineValidator<string>());")]
    [InlineData("Include(new InlineValidator<CreateUser>());")]
    [InlineData("RuleFor(user => user).Must(user => user.Name.Length < 9);")]
    public Task Ignores_what_a_validator_bounds(string rule) => Verify.Ignores(
        Start + Post + "public record CreateUser(string Key, string Name); public class V : AbstractValidator<CreateUser> { public V() { RuleFor(user => user.Key).MaximumLength(9); " + rule + " } }");

    [Theory]
    [InlineData("RuleFor(user => user.Tags.Count).LessThan(9);")]
    [InlineData("RuleFor(user => user.Tags!.Count).LessThanOrEqualTo(9).When(user => user.Tags is not null);")]
    public Task Ignores_a_list_whose_count_a_validator_bounds(string rule) => Verify.Ignores(
        Start + Post + "public record CreateUser(string Key, List<string> Tags); public class V : AbstractValidator<CreateUser> { public V() { RuleFor(user => user.Key).MaximumLength(9); " + rule + " } }");

    [Fact]
    public Task Ignores_a_list_that_is_compared_with_another() => Verify.Ignores(Start + """
        app.MapPost("/users", (CreateUser user) => user.Tags.Count != Known.All.Count ? Results.BadRequest() : Results.Ok(user.Key)); public record CreateUser([StringLength(9)] string Key, List<string> Tags);
        public static class Known { public static List<string> All { get; } = []; }
        """);

    [Fact]
    public Task Ignores_what_the_validator_of_an_outer_model_bounds() => Verify.Ignores(Start + """
        app.MapPost("/users", (Outer outer) => outer.User.Key); public record Outer(CreateUser User); public record CreateUser([StringLength(9)] string Key, string Name);
        public class V : AbstractValidator<Outer> { public V() => RuleFor(outer => outer.User.Name).MaximumLength(9); }
        """);

    [Fact]
    public Task Ignores_what_a_validator_of_the_command_bounds() => Verify.Ignores(Start + """
        app.MapPost("/users", (Request request, IMediator mediator) => mediator.Send(new Command(request.Key, request.Name)));
        public interface IMediator { Task<object> Send(object command); }
        public record Request(string Key, string Name);
        public record Command(string Key, string Name);
        public class V : AbstractValidator<Command> { public V() { RuleFor(command => command.Key).MaximumLength(9); RuleFor(command => command.Name).MaximumLength(9); } }
        """);

    [Fact]
    public Task Ignores_a_validator_that_is_asked_for_and_stands_elsewhere() => Verify.Ignores(Start + """app.MapPost("/users", (CreateUser user, IValidator<CreateUser> validator) => validator.Validate(user).IsValid ? user.Key : ""); public record CreateUser([StringLength(9)] string Key, string Name);""");

    [Theory]
    [InlineData("{ if (user.Name.Length > 9) return Results.BadRequest(); return Results.Ok(); }")]
    [InlineData("{ if (user.Name?.Trim().Length is > 9) return Results.BadRequest(); return Results.Ok(); }")]
    [InlineData("{ if (user is { Name.Length: > 9 }) return Results.BadRequest(); return Results.Ok(); }")]
    [InlineData("{ var name = user.Name; if (name.Length > 9) return Results.BadRequest(); return Results.Ok(); }")]
    [InlineData("user.Name switch { \"a\" => Results.Ok(), _ => Results.BadRequest() }")]
    [InlineData("user.Name == \"a\" ? Results.Ok() : Results.BadRequest()")]
    [InlineData("new[] { \"a\" }.Contains(user.Name) ? Results.Ok() : Results.BadRequest()")]
    [InlineData("Guid.TryParse(user.Name, out var key) ? Results.Ok(key) : Results.BadRequest()")]
    [InlineData("Enum.TryParse<DayOfWeek>(user.Name, out var day) ? Results.Ok(day) : Results.BadRequest()")]
    [InlineData("Results.Ok(user.Name[..9])")]
    [InlineData("Results.Ok(user.Name.Substring(0, 9))")]
    [InlineData("Results.Ok(Program.Short(user.Name))", "partial class Program { static string Short(string text) { if (text.Length > 9) throw new ArgumentException(text); return text; } }")]
    [InlineData("Results.Ok(new User { Name = user.Name })", "public class User { [MaxLength(9)] public string Name { get; set; } = \"\"; }")]
    public Task Ignores_members_that_are_tested_by_hand(string body, string more = "") => Verify.Ignores(
        Start + $"""app.MapPost("/users", (CreateUser user) => {body}); public record CreateUser([StringLength(9)] string Key, string Name);""" + more);

    [Theory]
    [InlineData("Math.Min(list.PageSize, 100)")]
    [InlineData("Math.Clamp(list.PageSize, 1, 100)")]
    [InlineData("list.PageSize > 100 ? 100 : list.PageSize")]
    [InlineData("list.PageSize is < 1 or > 100 ? 20 : list.PageSize")]
    public Task Ignores_numbers_that_are_clamped(string size) => Verify.Ignores(Start + $"""app.MapGet("/users", ([AsParameters] ListUsers list) => {size}); public record ListUsers([Range(1, 9)] int Page, int PageSize);""");

    [Fact]
    public Task Ignores_a_test_in_a_service_and_in_a_handler_of_a_message() => Verify.Ignores(Start + """
        app.MapPost("/a", (CreateUser user, IUsers users) => users.Add(user));
        app.MapPost("/b", (CreateGroup group, IMediator mediator) => mediator.Send(group));
        public interface IMediator { Task<object> Send(object command); }
        public interface IUsers { string Add(CreateUser user); }
        public class Users : IUsers { public string Add(CreateUser user) => user.Name.Length > 9 ? throw new ArgumentException("x") : user.Name; }
        public class Handler { public Task<object> Handle(CreateGroup group) => group.Name.Length > 9 ? throw new ArgumentException("x") : Task.FromResult<object>(1); }
        public record CreateUser([StringLength(9)] string Key, string Name);
        public record CreateGroup([StringLength(9)] string Key, string Name);
        """);

    [Theory]
    [InlineData(".AddEndpointFilter(async (context, next) => context.GetArgument<CreateUser>(0).Name.Length > 9 ? Results.BadRequest() : await next(context))")]
    [InlineData(".AddEndpointFilterFactory((factory, next) => next)")]
    [InlineData(".AddEndpointFilter<Filter>()")]
    public Task Ignores_a_filter_that_may_judge(string filter) => Verify.Ignores(Start + """app.MapPost("/users", (CreateUser user) => user.Key)""" + filter + ";\n" + Model("public string Name { get; set; } = \"\";") + """
        public class Filter : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.Arguments.Count > 9 ? throw new InvalidOperationException() : next(context); }
        """);

    [Fact]
    public Task Ignores_what_is_marked_as_checked() => Verify.Ignores(Start + """
        app.MapPost("/a", ([ValidatesInput] CreateUser user) => user.Key);
        app.MapPost("/b", (CreateGroup group) => group.Key);
        public record CreateUser([StringLength(9)] string Key, string Name);
        public record CreateGroup([StringLength(9)] string Key, [ValidatesInput] string Name);
        public class ValidatesInputAttribute : Attribute;
        """);

    [Theory]
    [InlineData("builder.Services.AddShared();")]
    [InlineData("builder.AddShared();")]
    public Task Ignores_conventions_for_all_that_another_assembly_may_register(string call) => Verify.Ignores(Start.Replace("/*services*/", call) + Post + Model("public string Name { get; set; } = \"\";"), test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("Shop.Shared", "namespace Microsoft.Extensions.DependencyInjection; public static class Shared { public static void AddShared(this IServiceCollection services) { } public static void AddShared(this Microsoft.Extensions.Hosting.IHostApplicationBuilder builder) { } }")));

    [Fact]
    public Task Ignores_a_model_or_a_member_that_goes_to_code_that_is_not_seen() => Verify.Ignores(Start + """
        app.MapPost("/a", (CreateUser user, Shop.IUsers users) => users.Create(user));
        app.MapPost("/b", (CreateGroup group, Shop.IUsers users) => users.Create(group.Name));
        public record CreateUser([StringLength(9)] string Key, string Name);
        public record CreateGroup([StringLength(9)] string Key, string Name);
        """, test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Shop.Core", "namespace Shop; public interface IUsers { string Create(object user); }")));

    [Fact]
    public Task Ignores_tests() => Verify.Ignores(Start + Post + Model("public string Name { get; set; } = \"\";"),
        test => test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

    [Fact]
    public Task Ignores_code_that_is_half_typed() => Verify.Ignores(Start + Post + "public record CreateUser([StringLength(9)] string Key, Missing Name, Missing<string> Names) { public string { get; set; } }",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);
}
