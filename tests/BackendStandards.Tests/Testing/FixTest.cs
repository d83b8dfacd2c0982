using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Testing;

/// <summary>Runs one rule and its fix over sources in memory. The fixed source must compile and report nothing that is not marked in it.</summary>
internal sealed class FixTest<TAnalyzer, TFix>(DiagnosticDescriptor rule) : RuleTest<TAnalyzer>(rule)
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The first fix offered at each finding turns one source into the other. FixAll is left to <see cref="FixesAll"/>, for speed.</summary>
    public Task Fixes(string source, string fixedSource, Action<FixRun>? configure = null) =>
        RunAsync(source, fixedSource, CodeFixTestBehaviors.SkipFixAllCheck, configure);

    /// <summary>As <see cref="Fixes"/>, and FixAll in the document, project and solution gives the same.</summary>
    public Task FixesAll(string source, string fixedSource, Action<FixRun>? configure = null) =>
        RunAsync(source, fixedSource, CodeFixTestBehaviors.None, configure);

    /// <summary>The finding stands, but there is no fix that would be right.</summary>
    public Task OffersNoFix(string source, Action<FixRun>? configure = null) =>
        RunAsync(source, source, CodeFixTestBehaviors.SkipFixAllCheck, configure);

    private Task RunAsync(string source, string fixedSource, CodeFixTestBehaviors behaviors, Action<FixRun>? configure)
    {
        var test = new FixRun(Rule, source, fixedSource) { CodeFixTestBehaviors = behaviors };
        configure?.Invoke(test);
        return test.RunAsync(TestContext());
    }

    internal sealed class FixRun : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        private readonly DiagnosticDescriptor _rule;
        private readonly string _source;

        public FixRun(DiagnosticDescriptor rule, string source, string fixedSource)
        {
            (_rule, _source) = (rule, source);
            TestCode = source;
            FixedCode = fixedSource;
            // What has no fix stays, and stays marked.
            FixedState.MarkupHandling = BatchFixedState.MarkupHandling = MarkupMode.Allow;
            TestState.OutputKind = Prelude.OptionsFor([source]).OutputKind;
            this.Prepare<TAnalyzer>(rule);
            FixedState.Sources.Add((Prelude.UsingsPath, Prelude.Usings));
            if (Envelope.IsNeededBy(rule.Id)) Envelope.AddTo(FixedState);
        }

        protected override ParseOptions CreateParseOptions() => Prelude.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions() => Prelude.OptionsFor([_source]);

        protected override DiagnosticDescriptor GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => _rule;
    }
}
