using BackendStandards.Analyzers.Rules;

namespace BackendStandards.Tests.Testing;

/// <summary>One analysis alone, as an analyzer.</summary>
#pragma warning disable RS1001 // No compiler loads it: it is made by tests alone.
internal sealed class Only<TAnalysis>() : BackendAnalyzer([.. new TAnalysis().Descriptors])
    where TAnalysis : Analysis, new()
#pragma warning restore RS1001
{
    private protected override void Start(RuleRegistration registration) => new TAnalysis().Start(registration, new Models(registration.Compilation, registration.Options));
}
