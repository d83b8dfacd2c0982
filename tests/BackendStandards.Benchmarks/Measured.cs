using Microsoft.CodeAnalysis;

namespace BackendStandards.Benchmarks;

/// <summary>The passes of one set of analyzers: seconds of processor time alone and with it, and what it said in the last.</summary>
internal sealed class Measured(string name)
{
    private readonly List<double> _alone = [];
    private readonly List<double> _with = [];

    public string Name => name;

    public IReadOnlyList<double> With => _with;

    public double AloneSeconds => Median(_alone);

    public double WithSeconds => Median(_with);

    /// <summary>The median over the passes of what the set costs over the compilation alone.</summary>
    public double OverAlone => Median(_with.Zip(_alone, (with, alone) => with / alone));

    public int Findings { get; private set; }

    public int Failures { get; private set; }

    public int CompilerErrors { get; private set; }

    public void Add(double alone, double with, IReadOnlyCollection<Diagnostic> found)
    {
        _alone.Add(alone);
        _with.Add(with);
        CompilerErrors = found.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
        Failures = found.Count(diagnostic => diagnostic.Id == "AD0001");
        Findings = found.Count(diagnostic => diagnostic.Id != "AD0001" && !diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
