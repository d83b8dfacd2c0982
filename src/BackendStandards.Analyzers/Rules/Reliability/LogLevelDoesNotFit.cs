using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Logging;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>BST6023: the level of a log statement says something else than the place that it stands at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogLevelDoesNotFit() : BackendAnalyzer(RuleCatalog.LogLevelDoesNotFit)
{
    /// <summary>Of a finding's properties: the level that fits, as the library calls it, and the method that writes it.</summary>
    internal const string LevelProperty = "Level", MethodProperty = "Method";

    private static readonly ImmutableHashSet<string> Successes = ImmutableHashSet.Create(StringComparer.Ordinal, "Ok", "Created", "CreatedAtAction", "CreatedAtRoute", "NoContent", "Accepted");

    private static readonly ImmutableHashSet<string> TidyingVerbs = ImmutableHashSet.Create(
        StringComparer.Ordinal, "close", "dispose", "delete", "remove", "kill", "stop", "abort", "cancel", "clean", "cleanup", "clear", "release", "shutdown", "disconnect", "unsubscribe");

    private protected override void Start(RuleRegistration registration)
    {
        registration.OnOperation(CheckClause, OperationKind.CatchClause);
        registration.OnOperation(CheckCall, OperationKind.Invocation);
    }

    // Whoever takes every exception cannot know that it was expected.
    private static void CheckClause(OperationAnalysisContext context)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (!CatchClauses.CatchesAll(clause) || CatchClauses.Throws(clause) || TidiesUp(clause)) return;
        var logs = clause.Handler.Descendants().Where(operation => operation is IInvocationOperation && ReferenceEquals(CatchClauses.Around(operation), clause))
            .Select(LogStatements.Read).OfType<LogStatement>().Where(log => log.Message is not null && log.Call.TargetMethod.Name != "BeginScope").ToList();
        // One of them on its own, and at the top of the clause: what is told apart there by conditions is known better by its author.
        if (logs.Count != 1 || logs[0] is not { Level: < LogSeverity.Warning } log || !IsAtTop(log.Call, clause.Handler)) return;
        // One value was tried to be had or set, what was there before serves otherwise, and how it failed is written for whoever looks into it.
        if (log is { Level: < LogSeverity.Information, Exception: not null } && clause.Parent is ITryOperation { Body.Operations: { Length: 1 } tried } && tried[0] is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation }) return;
        // Another clause of the same statement that names what is expected, or a variable that is tested, changes nothing: this one takes the rest.
        if (CatchClauses.Variable(clause) is not { } variable ? log.Exception is null && !IsFailure(log) : !Mentions(log, variable) && !IsFailure(log)) return;
        var wanted = IsGlobalHandler(context.ContainingSymbol, clause) ? LogSeverity.Error : LogSeverity.Warning;
        Report(context, log, wanted, $"Every exception is caught here and logged at {LevelNames.NameOf(log.Library, log.Level.Value)}, where nobody looks for failures");
    }

    private static void CheckCall(OperationAnalysisContext context)
    {
        if (context.Operation is not IInvocationOperation { TargetMethod.Name: not "BeginScope" } call || LogStatements.Read(call) is not { Level: { } level, Message: not null } log) return;
        if (level == LogSeverity.Critical && IsRequestHandler(context.ContainingSymbol))
            Report(context, log, LogSeverity.Error, "One request that fails is no failure of the system");
        else if (level >= LogSeverity.Error && log.Exception is null && EndsInSuccess(call))
            Report(context, log, LogSeverity.Information, $"{LevelNames.NameOf(log.Library, level)} is written on the way to a success");
        else if (level < LogSeverity.Error && log.Exception is { } exception && IsExceptionHandler(context.ContainingSymbol) && IsGiven(exception.Value) && IsUnconditional(call))
            Report(context, log, LogSeverity.Error, "An unhandled exception needs attention");
        else if (level == LogSeverity.Information && IsInTightLoop(call))
            Report(context, log, LogSeverity.Debug, "One event for each step of nested loops drowns the others");
    }

    // What is closed or removed on the way out may fail, and nobody is the worse for it.
    private static bool TidiesUp(ICatchClauseOperation clause) => clause.Parent is ITryOperation guarded
        && guarded.Body.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => NameOf(call) is { } name && Words.Split(name).FirstOrDefault() is { } verb && TidyingVerbs.Contains(verb));

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static bool IsFailure(LogStatement log) =>
        log.Message?.Value.ConstantValue.Value is string text && (text.IndexOf("fail", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("error", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("exception", StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool Mentions(LogStatement log, ILocalSymbol variable) =>
        log.Call.Descendants().Any(operation => operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable));

    private static bool IsAtTop(IOperation call, IBlockOperation block)
    {
        var statement = call;
        while (statement.Parent is IExpressionStatementOperation or IAwaitOperation or IConditionalAccessOperation) statement = statement.Parent;
        return ReferenceEquals(statement.Parent, block);
    }

    private static bool IsUnconditional(IOperation call)
    {
        for (var up = call.Parent; up is not null; up = up.Parent)
            if (up is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICatchClauseOperation or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation) return false;
        // What was expected may have left before.
        return call.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Body: { } body }
            && !body.DescendantNodes().TakeWhile(node => node.SpanStart < call.Syntax.SpanStart).Any(node => node is IfStatementSyntax or SwitchStatementSyntax or ReturnStatementSyntax);
    }

    private static bool EndsInSuccess(IInvocationOperation call) =>
        call.Parent is IExpressionStatementOperation { Parent: IBlockOperation { Parent: IMethodBodyOperation or IAnonymousFunctionOperation } block } statement
        && block.Operations.Last() is IReturnOperation { ReturnedValue: { } returned } last
        && !block.Operations.SkipWhile(one => !ReferenceEquals(one, statement)).TakeWhile(one => !ReferenceEquals(one, last)).Any(one => one.DescendantsAndSelf().Any(inner => inner is IReturnOperation or IThrowOperation))
        && returned.DescendantsAndSelf().FirstOrDefault(one => one is not IConversionOperation) is IInvocationOperation { TargetMethod: { ContainingType.Name: "ControllerBase" or "TypedResults" or "Results" } made } && Successes.Contains(made.Name);

    private static bool IsRequestHandler(ISymbol symbol) =>
        symbol is IMethodSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary } method && Symbols.Derives(method.ContainingType, "ControllerBase")
        && !method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NonActionAttribute");

    private static bool IsExceptionHandler(ISymbol symbol) => symbol is IMethodSymbol { Name: "TryHandleAsync" or "OnException" or "OnExceptionAsync", ContainingType: var type }
        && type.AllInterfaces.Any(one => one.Name is "IExceptionHandler" or "IExceptionFilter" or "IAsyncExceptionFilter");

    // A middleware's catch around the rest of the pipeline.
    private static bool IsGlobalHandler(ISymbol symbol, ICatchClauseOperation clause) => symbol is IMethodSymbol { Name: "Invoke" or "InvokeAsync" } method
        && method.Parameters.Any(parameter => parameter.Type.Name == "HttpContext") && clause.Parent is ITryOperation guarded
        && guarded.Body.Descendants().Any(operation => operation is IInvocationOperation { TargetMethod.ContainingType.Name: "RequestDelegate" });

    private static bool IsGiven(IOperation exception)
    {
        while (exception is IConversionOperation conversion) exception = conversion.Operand;
        return exception is IParameterReferenceOperation or IPropertyReferenceOperation { Property.Name: "Exception", Instance: IParameterReferenceOperation };
    }

    // At every step of an inner loop, with nothing to wait for.
    private static bool IsInTightLoop(IInvocationOperation call)
    {
        if (call.Parent is not IExpressionStatementOperation { Parent: var around } statement) return false;
        var body = around is IBlockOperation block ? block : (IOperation)statement;
        return body.Parent is ILoopOperation inner && Outer(inner) is { } outer && !outer.Descendants().Any(operation => operation is IAwaitOperation or IReturnOperation or IBranchOperation);
    }

    private static ILoopOperation? Outer(IOperation loop)
    {
        for (var up = loop.Parent; up is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); up = up.Parent)
            if (up is ILoopOperation outer) return outer;
        return null;
    }

    private static void Report(OperationAnalysisContext context, LogStatement log, LogSeverity wanted, string reason)
    {
        if (log.Call.Syntax is not InvocationExpressionSyntax { Expression: var called }) return;
        SyntaxNode place = called switch { MemberAccessExpressionSyntax member => member.Name, MemberBindingExpressionSyntax member => member.Name, _ => called };
        var method = LevelNames.MethodFor(log, wanted);
        var level = LevelNames.NameOf(log.Library, wanted);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(LevelProperty, level).Add(MethodProperty, method);
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.LogLevelDoesNotFit, place.GetLocation(), properties, reason, method ?? level));
    }
}
