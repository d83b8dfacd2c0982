using System.Collections.Immutable;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>
/// The host of all rules that stand on the models. One analyzer for all of them, as two could share nothing but statics: a member is bound once for all that
/// ask about it, and each name is looked for once.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : BackendAnalyzer
{
    private static readonly ImmutableArray<Analysis> Analyses = ImmutableArray.Create<Analysis>(
        new EndpointAnalysis(),
        new HostAnalysis(),
        new QueryAnalysis(),
        new FlowAnalysis(),
        new InputWithoutBound(),
        new EnvelopeNotInPipeline(),
        new EnvelopeNameTaken(),
        new ValidationOutsideEnvelope(),
        new HardcodedCredential(),
        new HardcodedKey(),
        new PlainTextPassword(),
        new PredictableSecret(),
        new SensitiveValueLogged());

    /// <summary>Lists the rules explicitly.</summary>
    public ModelAnalyzer()
        : base(Analyses.SelectMany(analysis => analysis.Descriptors).Distinct().ToArray())
    {
    }

    private protected override void Start(RuleRegistration registration)
    {
        var models = new Models(registration.Compilation, registration.Options);
        foreach (var analysis in Analyses)
            if (analysis.Descriptors.Any(rule => rule.GetEffectiveSeverity(registration.Compilation.Options) != ReportDiagnostic.Suppress))
                analysis.Start(registration.For(analysis.Descriptors), models);
    }
}
