using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Architecture;

/// <summary>Holds the rooms apart: rules ask models, models know no rule, and nothing keeps state.</summary>
public partial class ArchitectureTests
{
    private const int MaxLines = 300;

    /// <summary>Which rooms a room may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Roslyn"] = [],
        ["Index"] = ["Roslyn"],
        ["Code"] = ["Index", "Roslyn"],
        ["Sql"] = ["Roslyn"],
        ["Logging"] = ["Roslyn"],
        ["Secrets"] = ["Code", "Index", "Roslyn"],
        ["Flow"] = ["Code", "Index", "Roslyn"],
        ["Hosting"] = ["Code", "Index", "Roslyn"],
        ["Endpoints"] = ["Hosting", "Code", "Index", "Roslyn"],
        ["Validation"] = ["Code", "Index", "Roslyn"],
        ["Queries"] = ["Code", "Index", "Roslyn"],
    };

    [Fact]
    public void Models_know_no_rule_descriptor_option_or_severity()
    {
        var faults = from room in Allowed.Keys
                     let folder = Repository.PathOf("src", "BackendStandards.Analyzers", room)
                     where Directory.Exists(folder)
                     from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                     from Match match in Using().Matches(File.ReadAllText(file))
                     let used = match.Groups["room"].Value
                     where used != room && !Allowed[room].Contains(used)
                     select $"{Path.GetFileName(file)} of {room} uses {used}";
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_analyzer_derives_from_the_one_base() =>
        Assert.All(Shipped.Analyzers, analyzer => Assert.Equal(typeof(BackendAnalyzer), analyzer.GetType().BaseType));

    [Fact]
    public void No_analyzer_or_model_keeps_mutable_static_state()
    {
        // Measuring coverage adds types of its own, which count.
        var faults = from type in typeof(BackendAnalyzer).Assembly.GetTypes()
                     where !type.Name.StartsWith('<') && type.Namespace?.StartsWith("Coverlet", StringComparison.Ordinal) != true
                     from member in type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly)
                     where !member.IsLiteral && !member.IsInitOnly && !member.Name.StartsWith('<')
                     select $"{type.Name}.{member.Name}";
        Assert.Empty(faults);
    }

    [Fact]
    public void Files_are_short_and_hold_one_public_type()
    {
        var faults = from file in Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
                     where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
                     let text = File.ReadAllText(file)
                     let lines = text.Count(c => c == '\n')
                     // What is emitted into users' projects is data here: its types are listed by accessibility in files of their own.
                     let types = file.Contains($"{Path.DirectorySeparatorChar}Envelope{Path.DirectorySeparatorChar}") ? 1 : TopLevelType().Count(text)
                     where lines > MaxLines || types > 1
                     select $"{Path.GetFileName(file)}: {lines} lines, {types} types";
        Assert.Empty(faults);
    }

    [Fact]
    public void No_helpers_managers_or_utils()
    {
        var names = typeof(BackendAnalyzer).Assembly.GetTypes().Concat(System.Reflection.Assembly.Load("BackendStandards.CodeFixes").GetTypes()).Select(type => type.Name);
        Assert.DoesNotContain(names, name => Vague().IsMatch(name));
    }

    [GeneratedRegex(@"^using BackendStandards\.Analyzers\.(?<room>\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(public|internal) (static |sealed |abstract |partial |readonly )*(class|record|struct|interface|enum) ", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex("(Helper|Manager|Util|Utils|Utility|Utilities)s?$")]
    private static partial Regex Vague();
}
