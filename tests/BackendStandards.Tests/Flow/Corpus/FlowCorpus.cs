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
    public static readonly string Folder = Repository.PathOf("tests", "BackendStandards.Tests", "Flow", "Corpus");

    public static readonly ImmutableArray<Shape> Shapes = [.. Directory.EnumerateFiles(Path.Combine(Folder, "Shapes"), "*.cs").Order(StringComparer.Ordinal).Select(Shape.Read)];

    /// <summary>Shapes that suit any sink and any platform: the straight one and ten others.</summary>
    public static readonly ImmutableArray<Shape> Portable = Named(
        "StraightLine", "BranchOnPrivateConst", "ReturnThroughThreeClasses", "FieldSetElsewhere", "ListFirstAndLast", "TupleParts", "InterfaceDispatch", "LambdaInLocal", "AsyncReturn",
        "OverwrittenBeforeUse", "AllowListHashSet");

    /// <summary>The few that run with every source.</summary>
    public static readonly ImmutableArray<Shape> ForInputs = Named("StraightLine", "ReturnThroughThreeClasses", "ListFirstAndLast", "AllowListHashSet");

    private static readonly ConcurrentDictionary<(FlowPlatform, Shape, FlowSource, FlowSink), Lazy<Task<Outcome>>> Outcomes = new();

    public static string ExceptionsPath => Path.Combine(Folder, "exceptions.txt");

    /// <summary>What is reported in a shape with a source and a sink.</summary>
    public static Task<Outcome> OutcomeOf(FlowPlatform platform, Shape shape, FlowSource source, FlowSink sink) =>
        Outcomes.GetOrAdd((platform, shape, source, sink), _ => new(() => Task.Run(() => AnalyzeAsync(platform, shape, source, sink)))).Value;

    public static CSharpCompilation Compile(FlowPlatform platform, Shape shape, FlowSource source, FlowSink sink)
    {
        var all = platform.Library.AddSyntaxTrees(shape.With(source, sink));
        return shape.HasTopLevelStatements ? all.WithOptions(all.Options.WithOutputKind(OutputKind.ConsoleApplication)) : all;
    }

    private static ImmutableArray<Shape> Named(params string[] names) => [.. names.Select(name => Shapes.Single(shape => shape.Name == name))];

    private static async Task<Outcome> AnalyzeAsync(FlowPlatform platform, Shape shape, FlowSource source, FlowSink sink)
    {
        var compilation = Compile(platform, shape, source, sink);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()).ToImmutableArray();
        if (!errors.IsEmpty) return new(errors, [], []);
        var failures = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => failures.Enqueue(exception.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new Only<FlowAnalysis>()], options).GetAnalyzerDiagnosticsAsync();
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
