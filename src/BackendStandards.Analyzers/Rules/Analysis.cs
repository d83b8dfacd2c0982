using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>Rules that ask for more than the node in front of them: they stand on the models of a compilation, and <see cref="ModelAnalyzer"/> hosts them.</summary>
internal abstract class Analysis(params DiagnosticDescriptor[] rules)
{
    /// <summary>The rules it reports.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(rules);

    /// <summary>Gates on what the compilation references, then registers what the rules listen to. Nothing may be kept in fields.</summary>
    public abstract void Start(RuleRegistration registration, Models models);
}
