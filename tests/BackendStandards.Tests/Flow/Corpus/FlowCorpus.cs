using System.Collections.Concurrent;
using System.Collections.Immutable;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>All shapes, and what the flow rules make of them. The compilations share their references' symbols, and each is analysed once.</summary>
internal static class FlowCorpus
{
    private static readonly string Folder = Repository.PathOf("tests", "BackendStandards.Tests", "Flow", "Corpus");

    public static readonly ImmutableArray<Shape> Shapes = [.. Directory.EnumerateFiles(Path.Combine(Folder, "Shapes"), "*.cs").Order(StringComparer.Ordinal).Select(Shape.Read)];

    /// <summary>Shapes that suit any sink and any source; beside the straight one they are ten.</summary>
    public static readonly ImmutableArray<Shape> Portable = [.. new[]
    {
        "StraightLine", "BranchOnPrivateConst", "ReturnThroughThreeClasses", "FieldSetElsewhere", "ListFirstAndLast", "TupleParts", "InterfaceDispatch", "LambdaInLocal", "AsyncReturn", "OverwrittenBeforeUse", "AllowListHashSet",
    }.Select(name => Shapes.Single(shape => shape.Name == name))];

    private static readonly ConcurrentDictionary<(Shape, FlowSource, FlowSink), Lazy<Task<Outcome>>> Outcomes = new();

    private static readonly Lazy<CSharpCompilation> Library = new(() => CSharpCompilation.Create(
        "Corpus",
        [Sources.Tree(Prelude.Usings, Prelude.UsingsPath), Sources.Tree(File.ReadAllText(Path.Combine(Folder, "Support", "Shop.cs")), "Shop.cs")],
        References.All,
        Prelude.OptionsFor([])));

    public static string ExceptionsPath => Path.Combine(Folder, "exceptions.txt");

    /// <summary>What is reported in a shape with a source and a sink.</summary>
    public static Task<Outcome> OutcomeOf(Shape shape, FlowSource source, FlowSink sink) =>
        Outcomes.GetOrAdd((shape, source, sink), key => new(() => Task.Run(() => AnalyzeAsync(key.Item1, key.Item2, key.Item3)))).Value;

    public static CSharpCompilation Compile(Shape shape, FlowSource source, FlowSink sink)
    {
        var all = Library.Value.AddSyntaxTrees(shape.With(source, sink));
        return shape.HasTopLevelStatements ? all.WithOptions(all.Options.WithOutputKind(OutputKind.ConsoleApplication)) : all;
    }

    private static async Task<Outcome> AnalyzeAsync(Shape shape, FlowSource source, FlowSink sink)
    {
        var compilation = Compile(shape, source, sink);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()).ToImmutableArray();
        if (!errors.IsEmpty) return new(errors, [], []);
        var failures = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => failures.Enqueue(exception.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new FlowAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        // A suggestion says that nothing is known of the value: that is neither a find nor an error, but an answer that a labelled flow must not get.
        var reported = found.Where(finding => sink.Ids.Contains(finding.Id)).Select(finding => (Place: finding.Location.GetLineSpan(), IsSure: finding.Severity != DiagnosticSeverity.Info || !sink.TakesQueries)).ToList();
        var right = shape.Twins.Where(twin => reported.Where(finding => IsAt(finding.Place, twin)).ToList() is var here && (twin.IsVulnerable ? here.Any(finding => finding.IsSure) : here.Count == 0)).Select(twin => twin.Name).ToImmutableHashSet();
        var strays = reported.Where(finding => !shape.Twins.Any(twin => IsAt(finding.Place, twin))).Select(finding => finding.Place.ToString());
        return new([.. failures, .. strays.Select(stray => $"a finding where no sink is labelled: {stray}")], right, [.. shape.Twins]);
    }

    private static bool IsAt(FileLinePositionSpan place, Twin twin) =>
        place.Path == twin.Path && place.StartLinePosition.Line >= twin.FirstLine && place.EndLinePosition.Line <= twin.LastLine;

    /// <summary>The twins that came out right, and what went wrong beside them.</summary>
    internal sealed record Outcome(ImmutableArray<string> Faults, ImmutableHashSet<string> Right, ImmutableArray<Twin> Twins)
    {
        public IEnumerable<Twin> Wrong => Twins.Where(twin => !Right.Contains(twin.Name));
    }
}
