using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Secrets.Providers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Secrets;

/// <summary>BST4004: a connection string or URL is written out with its password or key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CredentialInConnectionString() : BackendAnalyzer(RuleCatalog.CredentialInConnectionString)
{
    private protected override void Start(RuleRegistration registration)
    {
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        var inTests = TestCode.Is(registration.Compilation, registration.Options);
        registration.OnTree(context =>
        {
            foreach (var (span, text, credential) in ConnectionLiterals.In(context.Tree, context.CancellationToken))
            {
                if (ProviderLiterals.In(context.Tree, context.CancellationToken).Any(other => other.Span.OverlapsWith(span))) continue;
                if (SecretOptions.Allows(options.GetOptions(context.Tree), credential.Key, text)) continue;
                var severity = SecretOptions.Severity(RuleCatalog.CredentialInConnectionString, inTests || credential.IsLocal);
                context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.CredentialInConnectionString, Location.Create(context.Tree, span), severity, null, null, Describe(credential)));
            }
        });
    }

    private static string Describe(ConnectionCredential credential) => credential switch
    {
        { IsEmpty: true } => "Connection string has an empty password: set one at the server, and read the connection string from configuration",
        { IsUrl: true } => "URL has its password in it: read it from configuration or a secret store",
        _ => $"Connection string has its '{credential.Key}' in it: read it from configuration or a secret store",
    };
}
