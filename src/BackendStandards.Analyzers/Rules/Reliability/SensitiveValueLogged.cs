using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Logging;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>
/// BST6001 and BST6004: a password, token, key or other secret, or what identifies a person, is written to a log, a trace, the console or an exception's message,
/// by its own name or through variables and methods that have another.
/// </summary>
internal sealed class SensitiveValueLogged() : Analysis(RuleCatalog.SensitiveValueLogged, RuleCatalog.PersonalDataLogged)
{
    internal static readonly Option<ImmutableHashSet<string>> FurtherNames = Option.List(
        "bst6001.sensitive_names", "Further names whose values must not be logged; `accountNumber` also covers `ACCOUNT_NUMBER` and `oldAccountNumber`.");

    internal static readonly Option<ImmutableHashSet<string>> IgnoredNames = Option.List(
        "bst6001.ignored_names", "Names that look sensitive and are not, written as in the code. They hold for personal data too.");

    internal static readonly Option<PersonalDataScope> PersonalData = Option.Choice(
        "log_personal_data", PersonalDataScope.Standard, "What counts as personal data in a log: `strict` adds e-mail addresses and the names of people.");

    public override void Start(RuleRegistration registration, Models models)
    {
        var code = models.Code;
        var flow = new LoggedFlow(code, models.Flow(registration.Cancellation).Libraries);
        var wrappers = new LogWrappers(code);
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        registration.OnOperation(context => Check(context, wrappers, flow, options), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Check(OperationAnalysisContext context, LogWrappers wrappers, LoggedFlow flow, AnalyzerConfigOptionsProvider provider)
    {
        if ((LogCalls.Read(context.Operation) ?? wrappers.Read(context.Operation, context.CancellationToken)) is not { Values.IsEmpty: false } call) return;
        var options = provider.GetOptions(context.Operation.Syntax.SyntaxTree);
        var ignored = IgnoredNames.Read(options);
        var secrets = SensitiveValues.Credentials(FurtherNames.Read(options), ignored);
        var personal = SensitiveValues.Personal(PersonalData.Read(options) == PersonalDataScope.Strict, ignored);
        foreach (var (value, name) in call.Values)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (NameIn(value, name, secrets) is { } secret)
            {
                if (!IsParsed(secret, context.ContainingSymbol.ContainingType) && !NamesAFile(value)) Report(context, RuleCatalog.SensitiveValueLogged, value, secret, call);
            }
            else if (NameIn(value, name, personal) is { } data)
            {
                Report(context, RuleCatalog.PersonalDataLogged, value, data, call);
            }
            else if (context.Operation.Kind == OperationKind.Invocation && !wrappers.IsGiven(value, context.CancellationToken) && flow.SourceOf(value, context.CancellationToken) is var (source, place) && !ignored.Contains(source))
            {
                Report(context, SensitiveNames.IsSensitive(source) || !PersonalNames.Is(source) ? RuleCatalog.SensitiveValueLogged : RuleCatalog.PersonalDataLogged, value, source, call, place);
            }
        }
    }

    private static string? NameIn(IOperation value, string? name, SensitiveValues values) =>
        values.NameOf(value) ?? (name is not null && values.IsSensitive(name) && values.MayBeSecret(value) ? name : null);

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, IOperation value, string name, LogCall call, params Location[] source) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, value.Syntax.GetLocation(), source, name, call.Writer));

    // SQLite's connection string is the path of a file, unless it has a password.
    private static bool NamesAFile(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        IOperation top = value;
        while (top.Parent is { } up) top = up;
        if (value is ILocalReferenceOperation { Local: var local })
            value = top.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(made => SymbolEqualityComparer.Default.Equals(made.Symbol, local))?.GetVariableInitializer()?.Value ?? value;
        var builder = value switch
        {
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => instance,
            IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance: { } instance } => instance,
            _ => null,
        };
        return builder?.Type?.Name == "SqliteConnectionStringBuilder" && !top.Descendants().Any(operation => operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Password" } });
    }

    // "Unexpected token '+'": no credential in a parser.
    private static bool IsParsed(string secret, INamedTypeSymbol? type) =>
        secret.Equals("token", StringComparison.OrdinalIgnoreCase) && type is not null && SensitiveNames.IsParser(type.Name);
}
