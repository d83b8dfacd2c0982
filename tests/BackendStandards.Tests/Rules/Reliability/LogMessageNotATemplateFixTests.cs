using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.CodeFixes.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public class LogMessageNotATemplateFixTests
{
    private static readonly FixTest<LogMessageNotATemplate, LogMessageNotATemplateFix> Verify = new(RuleCatalog.LogMessageNotATemplate);

    [Fact]
    public Task Takes_the_text_out_of_a_variable_that_held_it_for_the_call() => Verify.FixesAll(
        """
        class Sample
        {
            void M(ILogger logger, int id)
            {
                // Once a day.
                var text = $"Order {id} is late";
                logger.LogWarning([|text|]);
                var other = "Order " + id;
                logger.LogInformation([|other|]);
            }
        }
        """,
        """
        class Sample
        {
            void M(ILogger logger, int id)
            {
                // Once a day.
                logger.LogWarning("Order {Id} is late", id);
                logger.LogInformation("Order {Id}", id);
            }
        }
        """);

    [Theory]
    [InlineData("""var text = $"Order {id}"; id++; logger.LogInformation([|text|]);""")]
    [InlineData("""var text = $"Order {id}"; logger.LogInformation([|text|]); throw new Exception(text);""")]
    public Task Leaves_a_variable_that_is_used_otherwise(string statements) => Verify.OffersNoFix($"class Sample {{ void M(ILogger logger, int id) {{ {statements} }} }}");

    [Fact]
    public Task Fixes_all_messages_of_a_file() => Verify.FixesAll(
        """
        class User { public int Id { get; set; } }
        class Sample
        {
            void M(ILogger logger, User user, System.Diagnostics.Stopwatch sw, int a, int b)
            {
                // Counted elsewhere.
                logger.LogInformation([|$"User {user.Id} created in {sw.ElapsedMilliseconds:N0}ms"|]); // once
                logger.LogInformation(
                    [|"Moved " + a + " to " + b|]);
                logger.LogWarning([|string.Format("{0,-5} and {1}", a, b)|]);
                logger.LogWarning([|"The first is " + a +
                    " and the second " + b|]);
            }
        }
        """,
        """
        class User { public int Id { get; set; } }
        class Sample
        {
            void M(ILogger logger, User user, System.Diagnostics.Stopwatch sw, int a, int b)
            {
                // Counted elsewhere.
                logger.LogInformation("User {UserId} created in {ElapsedMilliseconds:N0}ms", user.Id, sw.ElapsedMilliseconds); // once
                logger.LogInformation(
                    "Moved {A} to {B}", a, b);
                logger.LogWarning("{A,-5} and {B}", a, b);
                logger.LogWarning("The first is {A}" +
                    " and the second {B}", a, b);
            }
        }
        """);

    [Theory]
    [InlineData("""logger.LogInformation([|$"{id,5:N2} of {when:yyyy-MM-dd HH:mm}"|]);""", """logger.LogInformation("{Id,5:N2} of {When:yyyy-MM-dd HH:mm}", id, when);""")]
    [InlineData("""logger.LogInformation([|$"set {{x}} {id}"|]);""", """logger.LogInformation("set {{x}} {Id}", id);""")]
    [InlineData("""logger.LogInformation([|"set {x} " + id|]);""", """logger.LogInformation("set {{x}} {Id}", id);""")]
    [InlineData("""logger.LogInformation([|$"{id} {id} {this.ID}"|]);""", """logger.LogInformation("{Id} {Id2} {ID3}", id, id, this.ID);""")]
    [InlineData("""logger.LogInformation([|$"{user.Name} {user.Address?.City}"|]);""", """logger.LogInformation("{UserName} {City}", user.Name, user.Address?.City);""")]
    [InlineData("""logger.LogInformation([|$"{(id > 0 ? "a" : "b")} {id + 1}"|]);""", """logger.LogInformation("{Value} {Value2}", id > 0 ? "a" : "b", id + 1);""")]
    [InlineData("""logger.LogInformation([|$"{GetTotal()} {await LoadAsync()} {when.ToString("d")}"|]);""", """logger.LogInformation("{Total} {Load} {When}", GetTotal(), await LoadAsync(), when.ToString("d"));""")]
    [InlineData(""""logger.LogInformation([|$@"C:\{id}\""x"""|]);"""", """"logger.LogInformation(@"C:\{Id}\""x""", id);"""")]
    [InlineData(""""logger.LogInformation([|$"""a "b" {id}"""|]);"""", """"logger.LogInformation("""a "b" {Id}""", id);"""")]
    [InlineData("""logger.LogInformation([|@"C:\" + id + '"' + "\t" + $"{user.Name,3}"|]);""", """logger.LogInformation("C:\\{Id}\"\t{UserName,3}", id, user.Name);""")]
    [InlineData("""logger.LogInformation([|1 + id + " of " + (id + 1)|]);""", """logger.LogInformation("{Value} of {Value2}", 1 + id, id + 1);""")]
    [InlineData("""logger.LogInformation([|string.Format("{1} {0} {1}", id, when)|]);""", """logger.LogInformation("{When} {Id} {When2}", when, id, when);""")]
    [InlineData("""logger.LogInformation([|string.Concat("a ", id, " b")|]);""", """logger.LogInformation("a {Id} b", id);""")]
    [InlineData("""logger.LogInformation([|$"{names}"|]);""", """logger.LogInformation("{Names}", (object)names);""")]
    [InlineData("""logger.LogInformation([|$"{string.Join(", ", names)}"|]);""", """logger.LogInformation("{Names}", string.Join(", ", names));""")]
    public Task Fixes_texts(string before, string after) => Fixes(before, after);

    [Theory]
    [InlineData("""logger.LogError(error, [|$"Order {id}"|]);""", """logger.LogError(error, "Order {Id}", id);""")]
    [InlineData("""logger.LogError(new EventId(1), error, [|$"Order {id}"|]);""", """logger.LogError(new EventId(1), error, "Order {Id}", id);""")]
    [InlineData("""logger.LogError([|$"Order {id}: {error}"|]);""", """logger.LogError("Order {Id}: {Error}", id, error);""")]
    [InlineData("""logger.Log(LogLevel.Error, error, [|$"Order {id}"|]);""", """logger.Log(LogLevel.Error, error, "Order {Id}", id);""")]
    [InlineData("""logger?.LogError([|$"Order {id}"|]);""", """logger?.LogError("Order {Id}", id);""")]
    [InlineData("""logger.LogError([|$"Order {id} of {{Customer}} at {when}"|], user.Name);""", """logger.LogError("Order {Id} of {Customer} at {When}", id, user.Name, when);""")]
    [InlineData("""LoggerExtensions.LogError(logger, [|$"Order {id}"|]);""", """LoggerExtensions.LogError(logger, "Order {Id}", id);""")]
    [InlineData("""logger.Audit([|$"Order {id}"|]);""", """logger.Audit("Order {Id}", id);""")]
    [InlineData("""Serilog.Log.Error(error, [|$"Order {id}"|]);""", """Serilog.Log.Error(error, "Order {Id}", id);""")]
    [InlineData("""Serilog.Log.Error([|$"Order {id}: {error}"|]);""", """Serilog.Log.Error("Order {Id}: {Error}", id, error);""")]
    [InlineData("""NLog.LogManager.GetCurrentClassLogger().Error(error, [|$"Order {id}"|]);""", """NLog.LogManager.GetCurrentClassLogger().Error(error, "Order {Id}", id);""")]
    [InlineData("""NLog.LogManager.GetCurrentClassLogger().Warn([|$"Order {id}"|]);""", """NLog.LogManager.GetCurrentClassLogger().Warn("Order {Id}", id);""")]
    [InlineData("""log4net.LogManager.GetLogger("x").Info([|$"Order {id} {{x}} of {when:d}"|]);""", """log4net.LogManager.GetLogger("x").InfoFormat("Order {0} {{x}} of {1:d}", id, when);""")]
    public Task Fixes_calls_of_every_library(string before, string after) => Fixes(before, after);

    [Theory]
    [InlineData("""logger.LogError([|$"Order of {{Customer}} at {GetTotal()}"|], user.Name);""")]
    [InlineData("""logger.LogError([|string.Format("{1} {0}", GetTotal(), id)|]);""")]
    [InlineData("""logger.LogError([|string.Format("{0} {0}", GetTotal())|]);""")]
    [InlineData("""logger.LogError([|string.Format(System.Globalization.CultureInfo.GetCultureInfo("de"), "{0}", id)|]);""")]
    [InlineData("""logger.LogError(message: [|$"Order {id}"|]);""")]
    [InlineData("""logger.LogError([|$"Order {user.Name.AsSpan()}"|]);""")]
    [InlineData("""
        logger.LogError([|"Order " // the number
                + id|]);
        """)]
    public Task Offers_nothing_where_the_outcome_may_differ(string statement) => Verify.OffersNoFix(InMethod(statement));

    private static Task Fixes(string before, string after) => Verify.Fixes(InMethod(before), InMethod(after));

    private static string InMethod(string body) =>
        $$"""
        class Address { public string City { get; set; } = ""; }
        class User { public string Name { get; set; } = ""; public Address? Address { get; set; } }
        static class Journal { public static void Audit(this ILogger logger, string message, params object?[] args) => logger.LogInformation(message, args); }
        class Sample
        {
            int ID { get; set; }
            int GetTotal() => 1;
            Task<int> LoadAsync() => Task.FromResult(1);
            async Task M(ILogger logger, User user, Exception error, int id, DateTime when, string[] names)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """;
}
