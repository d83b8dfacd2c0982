using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>BST6022: a catch clause logs a failure without the exception, or with its message alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionNotPassedToLog() : BackendAnalyzer(RuleCatalog.ExceptionNotPassedToLog)
{
    private protected override void Start(RuleRegistration registration)
    {
        registration.OnOperation(Check, OperationKind.CatchClause);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (CatchClauses.IsCancellation(clause)) return;
        var logs = Statements(clause, context.CancellationToken);
        var variable = CatchClauses.Variable(clause);
        // One event that carries the exception is enough for all that are written with it.
        var told = logs.Where(log => log.Exception is not null).ToList();
        if (variable is not null)
            foreach (var log in logs)
            {
                if (!IsFailure(log, clause) || PartLogged(log, variable) is not { } part || told.Any(other => IsWrittenWith(other, log))) continue;
                Report(context, part.Syntax, log);
                told.Add(log);
            }
        if (told.Count > 0 || CatchClauses.Throws(clause) || (variable is not null && IsUsed(clause, variable))) return;
        // Without its exception one event of the clause is the place, the first of the worst.
        if (logs.Where(log => IsFailure(log, clause)).OrderByDescending(log => log.Level).FirstOrDefault() is { } worst && Name(worst.Call) is { } name) Report(context, name, worst);
    }

    // Whether one event stands in the block of another, or in one around it.
    private static bool IsWrittenWith(LogStatement one, LogStatement other)
    {
        var block = one.Call.Syntax.FirstAncestorOrSelf<BlockSyntax>();
        return block is not null && block.Span.Contains(other.Call.Syntax.Span);
    }

    private static List<LogStatement> Statements(ICatchClauseOperation clause, CancellationToken cancellation)
    {
        var found = new List<LogStatement>();
        foreach (var operation in clause.Handler.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (operation is IInvocationOperation && LogStatements.Read(operation) is { Level: not null, Message: not null } log && ReferenceEquals(CatchClauses.Around(operation), clause)) found.Add(log);
        }
        return found;
    }

    // A failure that was expected may be told in a sentence; one that needs attention, or that nobody named, needs its stack.
    private static bool IsFailure(LogStatement log, ICatchClauseOperation clause) => log.Level switch
    {
        LogSeverity.Error or LogSeverity.Critical => true,
        LogSeverity.Warning => CatchClauses.CatchesAll(clause),
        _ => false,
    };

    /// <summary>Where the exception, its message or its stack is written as a value.</summary>
    private static IOperation? PartLogged(LogStatement log, ILocalSymbol variable)
    {
        // log4net and NLog write a message that is an exception with its stack.
        if (log.Library is LoggingLibrary.Log4Net && log.Message?.Value is IConversionOperation { Operand: ILocalReferenceOperation }) return null;
        var parts = System.Collections.Immutable.ImmutableArray.CreateBuilder<LoggedValue>();
        if (log.Message is { } message) LoggedParts.OfText(message.Value, parts);
        foreach (var value in log.Values) LoggedParts.OfValue(value, null, parts);
        foreach (var part in parts)
            if (CatchClauses.IsOf(part.Value, variable)) return part.Value;
        return null;
    }

    private static bool IsUsed(ICatchClauseOperation clause, ILocalSymbol variable) =>
        clause.Handler.Descendants().Any(operation => operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable));

    private static SyntaxNode? Name(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax { Expression: var called }
        ? called switch { MemberAccessExpressionSyntax member => member.Name, MemberBindingExpressionSyntax member => member.Name, _ => called }
        : null;

    private static void Report(OperationAnalysisContext context, SyntaxNode place, LogStatement log) =>
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.ExceptionNotPassedToLog, place.GetLocation(), log.Call.TargetMethod.Name));
}
