using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Testing;

/// <summary>
/// Runs one rule over sources in memory. <c>[|…|]</c> marks a finding, <c>{|#0:…|}</c> a place that an expected diagnostic names.
/// Sources have the usings of a web project and may have top-level statements.
/// </summary>
internal class RuleTest<TAnalyzer>(DiagnosticDescriptor rule)
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    protected DiagnosticDescriptor Rule { get; } = rule;

    /// <summary>An expected diagnostic of the rule, to be given a place and arguments.</summary>
    public DiagnosticResult Expected => new(Rule);

    /// <summary>The rule reports what is marked, and nothing else.</summary>
    public Task Reports(string source, Action<Run>? configure = null)
    {
        Assert.Contains("|", source);
        return RunAsync([source], configure);
    }

    /// <summary>The rule says nothing.</summary>
    public Task Ignores(string source, Action<Run>? configure = null) => RunAsync([source], configure);

    /// <summary>The rule reports what is marked in several files, and nothing else.</summary>
    public Task Files(string[] sources, Action<Run>? configure = null) => RunAsync(sources, configure);

    private Task RunAsync(string[] sources, Action<Run>? configure)
    {
        var test = new Run(Rule, sources);
        configure?.Invoke(test);
        return test.RunAsync(TestContext());
    }

    protected static CancellationToken TestContext() => CancellationToken.None;

    internal sealed class Run : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        private readonly DiagnosticDescriptor _rule;
        private readonly string[] _sources;

        public Run(DiagnosticDescriptor rule, string[] sources)
        {
            (_rule, _sources) = (rule, sources);
            foreach (var source in sources) TestState.Sources.Add(source);
            TestState.OutputKind = Prelude.OptionsFor(sources).OutputKind;
            this.Prepare<TAnalyzer>(rule);
        }

        protected override ParseOptions CreateParseOptions() => Prelude.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions() => Prelude.OptionsFor(_sources);

        protected override DiagnosticDescriptor GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => _rule;
    }
}
