using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.CodeFixes.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public class ObjectWithSensitiveMembersLoggedTests
{
    private static readonly FixTest<ObjectWithSensitiveMembersLogged, ObjectWithSensitiveMembersLoggedFix> Verify = new(RuleCatalog.ObjectWithSensitiveMembersLogged);

    [Theory]
    [InlineData("""Serilog.Log.Information("Got {@Login}", [|login|]);""")]
    [InlineData("""logger.LogInformation("{Id} got {@Login}", 1, [|login|]);""")]
    [InlineData("""logger.LogInformation("Got {Login}", [|System.Text.Json.JsonSerializer.Serialize(login)|]);""")]
    [InlineData("""logger.LogInformation($"Got {[|Newtonsoft.Json.JsonConvert.SerializeObject(login)|]}");""")]
    [InlineData("""logger.LogInformation("Got " + [|System.Text.Json.JsonSerializer.Serialize(login)|]);""")]
    [InlineData("""logger.LogInformation("Got {Entry}", [|entry|]);""")]
    [InlineData("""Console.WriteLine($"Got {[|entry|]}");""")]
    [InlineData("""logger.LogInformation("Got {@Order}", [|order|]);""")]
    [InlineData("""logger.LogInformation("Got {@Orders}", [|orders|]);""")]
    [InlineData("""logger.LogInformation("Got {Headers}", [|request.Headers|]);""")]
    [InlineData("""logger.LogInformation("Set up with {Settings}", [|configuration.GetDebugView()|]);""")]
    public Task Reports_objects_that_are_written_whole(string statement) => Verify.Reports(InMethod(statement));

    [Fact]
    public Task Names_the_object_and_the_member() => Verify.Reports(
        InMethod("""logger.LogInformation("Got {@Order}", {|#0:order|});"""),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("order", "LogInformation", "Login.Password")));

    [Fact]
    public Task Reports_commands_with_the_number_of_a_card() => Verify.Reports(
        """
        class CreateOrder { public string CardNumber { get; private set; } = ""; }
        class Identified<T> { public T Command { get; } = default!; }
        class Sample { void M(ILogger logger, Identified<CreateOrder> command) => logger.LogInformation("Sending {Name} ({@Command})", "x", [|command|]); }
        """);

    [Fact]
    public Task Ignores_a_token_that_names_a_stream() => Verify.Ignores(
        """
        class Request { public string OpenToken { get; set; } = ""; public string Id { get; set; } = ""; }
        class Sample { void M(ILogger logger, Request request) => logger.LogInformation("Opening {@Request}", request); }
        """);

    [Fact]
    public Task Ignores_members_that_are_excepted() => Verify.Ignores(
        """
        using System.Text.Json.Serialization;
        class NotLoggedAttribute : Attribute;
        class LogMaskedAttribute : Attribute;
        class A { [JsonIgnore] public string Password { get; set; } = ""; }
        class B { [NotLogged] public string Password { get; set; } = ""; }
        class C { [LogMasked] public string Password { get; set; } = ""; }
        record D([property: JsonIgnore] string Password);
        class Sample
        {
            void M(ILogger logger, A a, B b, C c, D d) => logger.LogInformation("{@A} {@B} {@C} {@D}", a, b, c, d);
        }
        """);

    [Fact]
    public Task Ignores_a_type_that_overrides_ToString() => Verify.Ignores(
        """
        record Entry(string Password) { public override string ToString() => "Entry"; }
        class Login { public string Password { get; set; } = ""; public override string ToString() => "Login"; }
        class Sample { void M(ILogger logger, Entry entry, Login login) => logger.LogInformation("{Entry} {Login}", entry, login); }
        """);

    [Fact]
    public Task Ignores_objects_without_secrets_and_what_prints_its_type_alone() => Verify.Ignores(InMethod("""
        logger.LogInformation("Got {Login}", login);
        logger.LogInformation("Got {@Name}", name);
        logger.LogInformation("Got {Plain}", plain);
        logger.LogInformation("Got {Id}", order.Id);
        var text = System.Text.Json.JsonSerializer.Serialize(login);
        """));

    [Fact]
    public Task Logs_the_identifier_instead() => Verify.FixesAll(
        InMethod("""
        logger.LogInformation("Got {@Order} at {Time}", [|order|], 1);
                logger.LogInformation("Got {Order}", [|System.Text.Json.JsonSerializer.Serialize(order)|]);
                logger.LogInformation($"Got {[|System.Text.Json.JsonSerializer.Serialize(order)|]}");
                logger.LogInformation("Got {@Login}", [|login|]);
        """),
        InMethod("""
        logger.LogInformation("Got {OrderId} at {Time}", order.Id, 1);
                logger.LogInformation("Got {OrderId}", order.Id);
                logger.LogInformation($"Got {order.Id}");
                logger.LogInformation("Got {@Login}", [|login|]);
        """));

    private static string InMethod(string body) =>
        $$"""
        class Login { public string Name { get; set; } = ""; public string Password { get; set; } = ""; }
        class Order { public int Id { get; set; } public Login Login { get; set; } = new(); }
        record Entry(string Name, string ApiKey);
        record Plain(string Name, int TokenCount);
        class Sample
        {
            void M(ILogger logger, Login login, Order order, List<Order> orders, Entry entry, Plain plain, string name, HttpRequest request, IConfigurationRoot configuration)
            {
                {{body}}
            }
        }
        """;
}
