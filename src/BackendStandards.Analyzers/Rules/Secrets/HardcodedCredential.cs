using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Secrets.Providers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Secrets;

/// <summary>BST4002: a constant text is used as a password, token, API key or other credential.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardcodedCredential() : BackendAnalyzer(RuleCatalog.HardcodedCredential)
{
    private const int ShortestValue = 6;

    private protected override void Start(RuleRegistration registration)
    {
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        var keys = new HardcodedKeys(new CodeBase(registration.Compilation));
        var inTests = new Lazy<bool>(() => TestCode.Is(registration.Compilation, registration.Options));
        registration.OnOperation(context => Check(context, options, keys, inTests), OperationKind.Literal);
    }

    private static void Check(OperationAnalysisContext context, AnalyzerConfigOptionsProvider provider, HardcodedKeys keys, Lazy<bool> inTests)
    {
        if (context.Operation is not ILiteralOperation { ConstantValue: { HasValue: true, Value: string } } literal) return;
        if (WholeConstant(literal) is not { ConstantValue.Value: string { Length: >= ShortestValue } value } whole || !SecretValues.MayBeSecret(value)) return;
        if (CredentialUses.Of(whole, context.ContainingSymbol) is not { } name || !SecretValues.IsSecret(value.Substring(SecretValues.SchemeOf(value).Length), name)) return;
        if (SecretOptions.Allows(provider.GetOptions(whole.Syntax.SyntaxTree), name.Name, value)) return;
        // What has an issuer's format or is known to reach a key is BST4001's or BST4003's finding, which says more.
        if (ProviderLiterals.Include(whole.Syntax, context.CancellationToken) || keys.Include(whole.Syntax, context.CancellationToken)) return;
        var severity = SecretOptions.Severity(RuleCatalog.HardcodedCredential, inTests.Value || SecretValues.IsGuid(value));
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.HardcodedCredential, whole.Syntax.GetLocation(), severity, null, null, name.KindText, name.Name));
    }

    /// <summary>The concatenation of constants that a literal begins; null for a literal further on in one.</summary>
    private static IOperation? WholeConstant(IOperation literal)
    {
        var whole = literal;
        while (whole.Parent is IBinaryOperation { ConstantValue.HasValue: true } joined)
        {
            if (joined.LeftOperand != whole) return null;
            whole = joined;
        }
        return whole;
    }
}
