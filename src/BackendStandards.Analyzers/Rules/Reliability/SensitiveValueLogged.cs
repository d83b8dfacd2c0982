using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Logging;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>BST6001: a password, token, key or other secret is written to a log, a trace, the console or an exception's message.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveValueLogged() : BackendAnalyzer(RuleCatalog.SensitiveValueLogged)
{
    internal static readonly Option<ImmutableHashSet<string>> FurtherNames = Option.List(
        "bst6001.sensitive_names", "Further names whose values must not be logged; `accountNumber` also covers `ACCOUNT_NUMBER` and `oldAccountNumber`.");

    internal static readonly Option<ImmutableHashSet<string>> IgnoredNames = Option.List(
        "bst6001.ignored_names", "Names that look sensitive and are not, written as in the code.");

    private protected override void Start(RuleRegistration registration)
    {
        var calls = new LogCalls(registration.Compilation);
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        registration.OnOperation(context => Check(context, calls, options), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Check(OperationAnalysisContext context, LogCalls calls, AnalyzerConfigOptionsProvider provider)
    {
        if (calls.Read(context.Operation) is not { Values.IsEmpty: false } call) return;
        var options = provider.GetOptions(context.Operation.Syntax.SyntaxTree);
        var values = new SensitiveValues(FurtherNames.Read(options), IgnoredNames.Read(options));
        foreach (var (value, name) in call.Values)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (SecretIn(value, name, values) is { } secret && !IsParsed(secret, context.ContainingSymbol.ContainingType))
                context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.SensitiveValueLogged, value.Syntax.GetLocation(), secret, call.Writer));
        }
    }

    private static string? SecretIn(IOperation value, string? name, SensitiveValues values) =>
        values.NameOf(value) ?? (name is not null && values.IsSensitive(name) && values.MayBeSecret(value) ? name : null);

    // "Unexpected token '+'": no credential in a parser.
    private static bool IsParsed(string secret, INamedTypeSymbol? type) =>
        secret.Equals("token", StringComparison.OrdinalIgnoreCase) && type is not null && SensitiveNames.IsParser(type.Name);
}
