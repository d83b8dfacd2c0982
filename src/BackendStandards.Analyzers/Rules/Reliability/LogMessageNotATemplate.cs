using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>BST6020: values are joined into the text of a log message, instead of being given to its placeholders.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogMessageNotATemplate() : BackendAnalyzer(RuleCatalog.LogMessageNotATemplate)
{
    private protected override void Start(RuleRegistration registration)
    {
        registration.OnOperation(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        if (LogStatements.Read(context.Operation) is not { Message: { } message } statement || !ComposedText.Is(message.Value) || IsForwarded(statement, message.Value)) return;
        // log4net has no method that takes a template and an exception.
        if (statement is { Library: LoggingLibrary.Log4Net, Exception: not null }) return;
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.LogMessageNotATemplate, message.Value.Syntax.GetLocation(), statement.Call.TargetMethod.Name));
    }

    // "[prefix] " + message, args: the placeholders of the values are in the text that is passed on.
    private static bool IsForwarded(LogStatement statement, IOperation message)
    {
        if (statement.ForwardsValues) return true;
        var values = statement.Values.Count();
        return values > 0 && ComposedText.Constants(message).Sum(text => MessageTemplate.HolesOf(text).Length) != values;
    }
}
