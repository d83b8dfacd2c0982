using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
        if (LogStatements.Read(context.Operation) is not { Message: { } message } statement || Written(message.Value) is not { } text || !ComposedText.Is(text) || IsForwarded(statement, text)) return;
        // log4net has no method that takes a template and an exception.
        if (statement is { Library: LoggingLibrary.Log4Net, Exception: not null }) return;
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.LogMessageNotATemplate, message.Value.Syntax.GetLocation(), statement.Call.TargetMethod.Name));
    }

    // var text = $"…"; logger.LogInformation(text): what a variable holds that is written once.
    private static IOperation? Written(IOperation message)
    {
        while (message is IConversionOperation { OperatorMethod: null } conversion) message = conversion.Operand;
        if (message is not ILocalReferenceOperation { Local: var local }) return message;
        IOperation top = message;
        while (top.Parent is { } up) top = up;
        IOperation? text = null;
        foreach (var operation in top.Descendants())
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local): text = declarator.GetVariableInitializer()?.Value; break;
                case IAssignmentOperation { Target: ILocalReferenceOperation written } when SymbolEqualityComparer.Default.Equals(written.Local, local): return null;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation given } when SymbolEqualityComparer.Default.Equals(given.Local, local): return null;
            }
        return text;
    }

    // "[prefix] " + message, args: the placeholders of the values are in the text that is passed on.
    private static bool IsForwarded(LogStatement statement, IOperation message)
    {
        if (statement.ForwardsValues) return true;
        var values = statement.Values.Count();
        return values > 0 && ComposedText.Constants(message).Sum(text => MessageTemplate.HolesOf(text).Length) != values;
    }
}
