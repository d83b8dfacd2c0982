using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>The labelled corpus: every vulnerable twin is reported at its line, every safe twin is not, or stands in <c>exceptions.txt</c>.</summary>
public class FlowCorpusTests(ITestOutputHelper output)
{
    private const int MaxExceptionsInHundred = 5;

    private static readonly ImmutableArray<FlowPlatform> Platforms = [FlowPlatform.Today, FlowPlatform.NetFramework];

    public static TheoryData<string> Shapes => [.. FlowCorpus.Shapes.Select(shape => shape.Name)];

    /// <summary>The portable shapes with every other sink.</summary>
    public static TheoryData<string, string, string> Sinks => Cases(platform => platform.Sinks.Skip(1), sink => sink.Name, FlowCorpus.Portable);

    /// <summary>Some portable shapes with every other source, and the first one of another platform.</summary>
    public static TheoryData<string, string, string> Inputs => Cases(platform => platform.Inputs.Skip(platform == FlowPlatform.Today ? 1 : 0), source => source.Name, FlowCorpus.ForInputs);

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task Twins_come_out_right(string shape) => Check(FlowPlatform.Today, shape, FlowSource.Main, FlowSinks.Main);

    [Theory]
    [MemberData(nameof(Sinks))]
    public Task Portable_twins_come_out_right_with_every_sink(string platform, string shape, string sink) =>
        Check(Named(platform), shape, Named(platform).Inputs[0], Named(platform).Sinks.Single(other => other.Name == sink));

    [Theory]
    [MemberData(nameof(Inputs))]
    public Task Some_twins_come_out_right_with_every_source(string platform, string shape, string source) =>
        Check(Named(platform), shape, Named(platform).Inputs.Single(other => other.Name == source), Named(platform).Sinks[0]);

    [Fact]
    public void Sinks_to_come_compile()
    {
        foreach (var (platform, planned) in new[] { (FlowPlatform.Today, FlowSinks.Planned), (FlowPlatform.NetFramework, NetFrameworkTables.Planned) })
            Assert.All(planned, sink => Assert.Empty(
                FlowCorpus.Compile(platform, FlowCorpus.Portable[0], platform.Inputs[0], sink).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

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

    private static async Task Check(FlowPlatform platform, string name, FlowSource source, FlowSink sink)
    {
        var outcome = await FlowCorpus.OutcomeOf(platform, FlowCorpus.Shapes.Single(shape => shape.Name == name), source, sink);
        Assert.True(outcome.Faults.IsEmpty, string.Join("\n", outcome.Faults));
        var wrong = outcome.Wrong.Where(twin => !KnownExceptions.Has(twin)).Select(twin => (twin.IsVulnerable ? "missed " : "flagged ") + twin).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static FlowPlatform Named(string name) => Platforms.Single(platform => platform.Name == name);

    private static Task<FlowCorpus.Outcome[]> MainOutcomesAsync() =>
        Task.WhenAll(FlowCorpus.Shapes.Select(shape => FlowCorpus.OutcomeOf(FlowPlatform.Today, shape, FlowSource.Main, FlowSinks.Main)));

    private static TheoryData<string, string, string> Cases<T>(Func<FlowPlatform, IEnumerable<T>> of, Func<T, string> name, ImmutableArray<Shape> shapes)
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var platform in Platforms)
            foreach (var one in of(platform))
                foreach (var shape in shapes) cases.Add(platform.Name, shape.Name, name(one));
        return cases;
    }
}
