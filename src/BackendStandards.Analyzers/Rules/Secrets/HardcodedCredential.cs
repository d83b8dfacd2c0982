using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Secrets.Providers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Secrets;

/// <summary>BST4002: a constant text is used as a password, token, API key or other credential: by the name it goes by, or because it reaches what takes one.</summary>
internal sealed class HardcodedCredential() : Analysis(RuleCatalog.HardcodedCredential)
{
    /// <summary>Of a finding's properties: the kind of the credential, where no name at the literal tells it.</summary>
    internal const string KindProperty = "Kind";

    private const int ShortestValue = 6;

    public override void Start(RuleRegistration registration, Models models)
    {
        var code = models.Code;
        var compilation = new Context(code, models.Keys, models.Credentials, registration.Options.AnalyzerConfigOptionsProvider,
            new Lazy<bool>(() => TestCode.Is(registration.Compilation, registration.Options)));
        registration.OnOperation(context => CheckName(context, compilation), OperationKind.Literal);
        registration.OnDocument(context => CheckUses(context, compilation));
    }

    private static void CheckName(OperationAnalysisContext context, Context compilation)
    {
        if (context.Operation is not ILiteralOperation { ConstantValue: { HasValue: true, Value: string } } literal) return;
        if (WholeConstant(literal) is not { } whole || NameOf(whole, context.ContainingSymbol) is not { } name) return;
        if (IsAnothers(whole.Syntax, compilation, context.CancellationToken)) return;
        Report(context.ReportDiagnostic, whole, name.Name, name.KindText, null, compilation);
    }

    private static void CheckUses(SemanticModelAnalysisContext context, Context compilation)
    {
        var cancellation = context.CancellationToken;
        foreach (var use in compilation.Credentials.In(context.SemanticModel.SyntaxTree, cancellation))
        {
            if (compilation.Code.BodyAround(use.Literal, cancellation) is not { } body || body.At(use.Literal) is not { ConstantValue: { HasValue: true, Value: string value } } constant) continue;
            var name = CredentialName.Known(use.Taker, use.Sink.Kind);
            if (!(use.Sink.Kind == CredentialKind.Password ? SecretValues.IsGivenPassword(value) : SecretValues.IsSecret(value, name) || (use.Sink.Kind == CredentialKind.Token && SecretValues.IsLogin(value)))) continue;
            // What goes by a credential's name is told by that.
            if (NameOf(constant, body.FunctionOf(constant)) is not null || IsAnothers(use.Literal, compilation, cancellation)) continue;
            Report(context.ReportDiagnostic, constant, use.Taker, name.KindText, ImmutableDictionary<string, string?>.Empty.Add(KindProperty, use.Sink.Kind.ToString()), compilation);
        }
    }

    // The name under which a constant is a credential, if its value looks like one.
    private static CredentialName? NameOf(IOperation whole, ISymbol owner) =>
        whole.ConstantValue.Value is string { Length: >= ShortestValue } value && SecretValues.MayBeSecret(value)
        && CredentialUses.Of(whole, owner) is { } name && SecretValues.IsSecret(value.Substring(SecretValues.SchemeOf(value).Length), name) ? name : null;

    // What has an issuer's format, is known to reach a key or is a connection string is another rule's finding, which says more.
    private static bool IsAnothers(SyntaxNode constant, Context compilation, CancellationToken cancellation) =>
        ProviderLiterals.Include(constant, cancellation) || ConnectionLiterals.Include(constant, cancellation) || compilation.Keys.Include(constant, cancellation);

    private static void Report(Action<Diagnostic> report, IOperation constant, string name, string kind, ImmutableDictionary<string, string?>? properties, Context compilation)
    {
        var value = (string)constant.ConstantValue.Value!;
        if (SecretOptions.Allows(compilation.Options.GetOptions(constant.Syntax.SyntaxTree), name, value)) return;
        var severity = SecretOptions.Severity(RuleCatalog.HardcodedCredential, compilation.InTests.Value || SecretValues.IsGuid(value));
        report(Diagnostic.Create(RuleCatalog.HardcodedCredential, constant.Syntax.GetLocation(), severity, null, properties, kind, name));
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

    private sealed record Context(CodeBase Code, ConstantUses Keys, ConstantUses Credentials, AnalyzerConfigOptionsProvider Options, Lazy<bool> InTests);
}
