using System.Reflection;
using System.Runtime.Loader;
using BackendStandards.Tests.Testing;
using Microsoft.Extensions.Logging;

namespace BackendStandards.Tests.Rules.Reliability;

/// <summary>BST6020's fix, run: the code before and after writes the same messages to a logger that keeps them.</summary>
public class LogTemplateRunTests
{
    private const string Code = """"
        using System.Globalization;
        public static class Program
        {
            private static int s_count;
            private static int Next() => ++s_count;
            public static void Run(ILogger logger)
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                s_count = 0;
                var (id, name, price, when) = (7, "Ann", 12.5m, new DateTime(2024, 5, 6, 7, 8, 9));
                var names = new[] { "a", "b" };
                var error = new InvalidOperationException("broken");
                logger.LogInformation($"Order {id} of {name}");
                logger.LogInformation($"{price,10:N2}|{id,-5}|{when:yyyy-MM-dd HH:mm:ss}|{id:X4}");
                logger.LogInformation($"braces {{x}} {id} {{}}");
                logger.LogInformation("braces {x} " + id + " {}");
                logger.LogInformation(string.Format("braces {{x}} {0} {1:N1} {0}", id, price));
                logger.LogInformation($@"C:\dir\{name} ""quoted""");
                logger.LogInformation("a\tb\"" + name + "\\" + '{' + id + "\u00e9");
                logger.LogInformation($"{Next()} {Next()} {Next()}");
                logger.LogInformation($"{id} did {{Action}}", name);
                logger.LogError(error, $"Order {id} failed: {error.Message}");
                logger.LogInformation($"{string.Join(", ", names)} and {names.Length}");
                logger.LogInformation("First " + id +
                    " and second " + name
                    + " and {third}");
                logger.LogInformation($$"""raw {x} "{{id}}" {{name}}""");
                logger.LogInformation($"""
                    two lines of {name}
                      and {id}
                    """);
            }
        }
        """";

    [Fact]
    public async Task The_messages_are_the_same()
    {
        var after = await Fixer.FixAsync(Code, "BST6020");
        Assert.DoesNotContain("$\"", after);
        Assert.DoesNotContain("string.Format", after);
        var (first, second) = (Run(Code), Run(after));
        Assert.Equal(14, first.Count);
        Assert.Equal(first, second);
    }

    private static List<string> Run(string source)
    {
        using var image = new MemoryStream();
        var emitted = Sources.Compile(source).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext(nameof(LogTemplateRunTests), isCollectible: true);
        var logger = new Capture();
        context.LoadFromStream(image).GetType("Program")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [logger]);
        context.Unload();
        return logger.Messages;
    }

    private sealed class Capture : ILogger
    {
        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Messages.Add(formatter(state, exception));
    }
}
