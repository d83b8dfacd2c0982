using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Secrets;

/// <summary>BST4005: a settings file of the project holds a secret. The package passes the files as additional files and marks them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInSettingsFile() : BackendAnalyzer(RuleCatalog.SecretInSettingsFile)
{
    internal static readonly Option<bool> Enabled = Option.Flag(
        "bst4005.enabled", true, "Whether the settings files that the section is for are read: the severities of `.editorconfig` do not reach files that are no C#.");

    private const string KindMetadata = "build_metadata.AdditionalFiles.BackendStandardsKind";
    private const string SettingsKind = "settings";

    private protected override void Start(RuleRegistration registration)
    {
        var provider = registration.Options.AnalyzerConfigOptionsProvider;
        var inTests = TestCode.Is(registration.Compilation, registration.Options);
        registration.OnAdditionalFile(context => Check(context, provider.GetOptions(context.AdditionalFile), inTests));
    }

    private static void Check(AdditionalFileAnalysisContext context, AnalyzerConfigOptions options, bool inTests)
    {
        if (!options.TryGetValue(KindMetadata, out var kind) || kind != SettingsKind || !Enabled.Read(options)) return;
        if (SettingsFile.Of(context.AdditionalFile.Path) is not { } file || context.AdditionalFile.GetText(context.CancellationToken) is not { Length: <= SettingsFile.LongestText } source) return;
        var rule = RuleCatalog.SecretInSettingsFile;
        foreach (var secret in SettingSecrets.In(file, source.ToString(), context.CancellationToken))
        {
            if (SecretOptions.Allows(options, secret.Entry.Path, secret.Entry.Value)) continue;
            var location = Location.Create(context.AdditionalFile.Path, secret.Entry.Span, source.Lines.GetLinePositionSpan(secret.Entry.Span));
            context.ReportDiagnostic(Diagnostic.Create(rule, location, SecretOptions.Severity(rule, inTests || secret.IsMild), null, null, secret.Kind, secret.Entry.Path));
        }
    }
}
