using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>The labelled corpus: every vulnerable twin is reported at its line, every safe twin is not, or stands in <c>exceptions.txt</c>.</summary>
public class FlowCorpusTests(ITestOutputHelper output)
{
    private const int MaxExceptionsInHundred = 5;

    /// <summary>Every shape with the main sink, the portable ones with the others too.</summary>
    public static TheoryData<string, string> Sinks => Pairs(FlowSinks.All, sink => sink == FlowSinks.Main ? FlowCorpus.Shapes : FlowCorpus.Portable, sink => sink.Name);

    /// <summary>The portable shapes with every source.</summary>
    public static TheoryData<string, string> Inputs => Pairs(FlowSource.All, _ => FlowCorpus.Portable, source => source.Name);

    public static TheoryData<string> Planned => [.. FlowSinks.Planned.Select(sink => sink.Name)];

    [Theory]
    [MemberData(nameof(Sinks))]
    public Task Twins_come_out_right(string shape, string sink) => Check(shape, FlowSource.Main, FlowSinks.All.Single(other => other.Name == sink));

    [Theory]
    [MemberData(nameof(Inputs))]
    public Task Portable_twins_come_out_right_with_every_source(string shape, string source) => Check(shape, FlowSource.All.Single(other => other.Name == source), FlowSinks.Main);

    [Theory]
    [MemberData(nameof(Planned))]
    public void Sinks_to_come_compile(string sink) => Assert.All(FlowCorpus.Portable, shape => Assert.Empty(
        FlowCorpus.Compile(shape, FlowSource.Main, FlowSinks.Planned.Single(other => other.Name == sink)).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));

    [Fact]
    public async Task Exceptions_are_current()
    {
        var outcomes = await MainOutcomesAsync();
        if (Environment.GetEnvironmentVariable("BACKENDSTANDARDS_ACCEPT") == "1")
        {
            KnownExceptions.Write(outcomes.SelectMany(outcome => outcome.Wrong));
            return;
        }
        var wrong = outcomes.SelectMany(outcome => outcome.Wrong).Select(twin => twin.Name).ToHashSet();
        Assert.Empty(KnownExceptions.All.Value.Keys.Where(name => !wrong.Contains(name)).Select(name => $"comes out right, or is no twin: {name}"));
    }

    [Fact]
    public void Exceptions_are_few()
    {
        var twins = FlowCorpus.Shapes.Sum(shape => shape.Twins.Length);
        var settled = KnownExceptions.All.Value.Count(exception => exception.Value != KnownExceptions.NotYet);
        Assert.True(settled * 100 <= twins * MaxExceptionsInHundred, $"{settled} exceptions of {twins} twins");
    }

    [Fact]
    public void Every_shape_has_both_twins() => Assert.All(FlowCorpus.Shapes, shape =>
    {
        Assert.Contains(shape.Twins, twin => twin.IsVulnerable);
        Assert.Contains(shape.Twins, twin => !twin.IsVulnerable);
        Assert.Equal(shape.Twins.Length, shape.Twins.Select(twin => twin.Name).Distinct().Count());
    });

    [Fact]
    public async Task Summary()
    {
        var outcomes = await MainOutcomesAsync();
        var twins = outcomes.SelectMany(outcome => outcome.Twins.Select(twin => (Twin: twin, IsRight: outcome.Right.Contains(twin.Name)))).ToList();
        var (vulnerable, safe) = (twins.Where(twin => twin.Twin.IsVulnerable).ToList(), twins.Where(twin => !twin.Twin.IsVulnerable).ToList());
        output.WriteLine($"{FlowCorpus.Shapes.Length} shapes, {twins.Count} labelled sinks");
        output.WriteLine(FormattableString.Invariant($"found {vulnerable.Count(twin => twin.IsRight)} of {vulnerable.Count} vulnerable ({100.0 * vulnerable.Count(twin => twin.IsRight) / vulnerable.Count:0.0} %)"));
        output.WriteLine(FormattableString.Invariant($"flagged {safe.Count(twin => !twin.IsRight)} of {safe.Count} safe ({100.0 * safe.Count(twin => !twin.IsRight) / safe.Count:0.0} %)"));
        foreach (var (twin, _) in twins.Where(twin => !twin.IsRight)) output.WriteLine((twin.IsVulnerable ? "missed  " : "flagged ") + twin);
    }

    private static async Task Check(string name, FlowSource source, FlowSink sink)
    {
        var outcome = await FlowCorpus.OutcomeOf(FlowCorpus.Shapes.Single(shape => shape.Name == name), source, sink);
        Assert.True(outcome.Faults.IsEmpty, string.Join("\n", outcome.Faults));
        var wrong = outcome.Wrong.Where(twin => !KnownExceptions.Has(twin)).Select(twin => (twin.IsVulnerable ? "missed " : "flagged ") + twin).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static Task<FlowCorpus.Outcome[]> MainOutcomesAsync() => Task.WhenAll(FlowCorpus.Shapes.Select(shape => FlowCorpus.OutcomeOf(shape, FlowSource.Main, FlowSinks.Main)));

    private static TheoryData<string, string> Pairs<T>(IEnumerable<T> others, Func<T, ImmutableArray<Shape>> shapes, Func<T, string> name)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var other in others)
            foreach (var shape in shapes(other)) pairs.Add(shape.Name, name(other));
        return pairs;
    }
}
