using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>
/// The base of every analyzer: concurrent, silent in generated code, gated at the start of a compilation.
/// Rules register through <see cref="RuleRegistration"/>, which gives an exception the rule's id and place.
/// </summary>
public abstract class BackendAnalyzer : DiagnosticAnalyzer
{
    private protected BackendAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start => Start(new RuleRegistration(start, SupportedDiagnostics)));
    }

    /// <summary>Gates on the types that the compilation references, then registers what the rule listens to. Nothing may be kept in fields.</summary>
    private protected abstract void Start(RuleRegistration registration);
}
