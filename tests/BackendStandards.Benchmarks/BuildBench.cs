using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Benchmarks;

/// <summary>A whole build: the compilation alone, and with analyzers, in processor time.</summary>
internal static class BuildBench
{
    public static List<Measured> Run(Corpus corpus, IReadOnlyList<AnalyzerSet> sets)
    {
        var results = sets.Select(set => new Measured(set.Name)).ToList();

        // One pass before the first that counts: every set's code is compiled and every assembly loaded by then.
        for (var pass = -1; pass < Settings.Passes; pass++)
            for (var i = 0; i < sets.Count; i++)
            {
                var alone = Time(corpus, compilation => compilation.GetDiagnostics());
                var found = default(IReadOnlyCollection<Diagnostic>)!;
                var with = Time(corpus, compilation => found = Analyze(compilation, sets[i]));
                if (pass >= 0) results[i].Add(alone, with, found);
            }
        return results;
    }

    /// <summary>How much more one costs than another: the median over the passes, each set beside the other in its pass.</summary>
    public static double Ratio(Measured one, Measured other) => Measured.Median(one.With.Zip(other.With, (a, b) => a / b));

    private static IReadOnlyCollection<Diagnostic> Analyze(Compilation compilation, AnalyzerSet set)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return new CompilationWithAnalyzers(compilation, set.Analyzers, options).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    // The trees are parsed again for each pass, and that is not measured: whoever parses anew pays for it either way.
    private static double Time(Corpus corpus, Action<Compilation> work)
    {
        var compilation = corpus.Compile();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work(compilation);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
