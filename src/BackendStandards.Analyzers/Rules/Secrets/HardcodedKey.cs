using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Secrets.Providers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Secrets;

/// <summary>BST4003: a constant reaches a cryptographic or signing key, or a vector or salt that must not be one.</summary>
internal sealed class HardcodedKey() : Analysis(RuleCatalog.HardcodedKey)
{
    /// <summary>Of a finding's properties: the configuration key to suggest.</summary>
    internal const string SettingProperty = "Setting";

    public override void Start(RuleRegistration registration, Models models)
    {
        var keys = models.Keys;
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        var inTests = new Lazy<bool>(() => TestCode.Is(registration.Compilation, registration.Options));
        registration.OnDocument(context =>
        {
            var tree = context.SemanticModel.SyntaxTree;
            foreach (var use in keys.In(tree, context.CancellationToken))
                if (!ProviderLiterals.Include(use.Literal, context.CancellationToken) && !SecretOptions.Allows(options.GetOptions(tree), NameAt(use.Literal), TextOf(use.Literal)))
                    context.ReportDiagnostic(Describe(use, inTests.Value));
        });
    }

    private static Diagnostic Describe(ConstantUse use, bool inTests)
    {
        var rule = RuleCatalog.HardcodedKey;
        var (kind, advice) = use.Sink.Role switch
        {
            SinkRole.Password => ("Password", "read it from configuration or a secret store"),
            SinkRole.InitializationVector => ("Initialization vector", "make a random one for each message and send it along"),
            SinkRole.Salt => ("Salt", "make a random one for each password and keep it beside the hash"),
            _ => ("Key", "read it from configuration or a key store"),
        };
        if (use.Sink.Role is not (SinkRole.Password or SinkRole.InitializationVector or SinkRole.Salt) && IsShort(use)) advice += "; it is too short besides, as HS256 needs 32 bytes";
        var properties = use.Sink.Setting is { } setting ? ImmutableDictionary<string, string?>.Empty.Add(SettingProperty, setting) : null;
        return Diagnostic.Create(rule, use.Literal.GetLocation(), SecretOptions.Severity(rule, inTests), null, properties, kind, use.Taker, advice);
    }

    // Only what signs with a text that is written here: how long another key is depends on how it is made.
    private static bool IsShort(ConstantUse use) => use.Taker is "SymmetricSecurityKey" or "HMACSHA256" && use.Literal is LiteralExpressionSyntax { Token.Value: string { Length: < 32 } text } && text.All(c => c < 128);

    // The variable, field or property that holds the constant.
    private static string NameAt(SyntaxNode literal) => literal.FirstAncestorOrSelf<EqualsValueClauseSyntax>()?.Parent switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => "",
    };

    private static string TextOf(SyntaxNode literal) => literal is LiteralExpressionSyntax { Token.Value: string text } ? text : literal.ToString();
}
