using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Secrets.Providers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Secrets;

/// <summary>BST4001: a text has the format of a known issuer's credentials.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProviderCredential() : BackendAnalyzer(RuleCatalog.ProviderCredential)
{
    private protected override void Start(RuleRegistration registration)
    {
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        registration.OnTree(context =>
        {
            foreach (var (span, text, match) in ProviderLiterals.In(context.Tree, context.CancellationToken))
                if (!SecretOptions.Allows(options.GetOptions(context.Tree), "", text.Substring(match.Start, match.Length)))
                    context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.ProviderCredential, Location.Create(context.Tree, span), match.Name));
        });
    }
}
