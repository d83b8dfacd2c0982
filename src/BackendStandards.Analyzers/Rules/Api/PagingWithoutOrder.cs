using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1042: a page of a table whose rows are in no order.</summary>
internal sealed class PagingWithoutOrder() : QueryRule(RuleCatalog.PagingWithoutOrder, "Skip", "Take", "Query", "QueryAsync", "FromSqlRaw", "SqlQueryRaw")
{
    /// <summary>The finding's property that is set where the rows are no longer those of the table.</summary>
    public const string IsProjected = nameof(IsProjected);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly string[] SqlCalls = ["Query", "QueryAsync", "FromSqlRaw", "SqlQueryRaw"];
    private static readonly Regex Page = new(@"\bOFFSET\b|\bLIMIT\s+(?!1\b)", Options);
    private static readonly Regex Order = new(@"\bORDER\s+BY\b", Options);

    // What these make of some rows is the same in any order, or is no answer.
    private static readonly HashSet<string> Orderless = new(StringComparer.Ordinal)
    {
        "Any", "AnyAsync", "All", "AllAsync", "Count", "CountAsync", "LongCount", "LongCountAsync", "Contains", "ContainsAsync", "Sum", "SumAsync", "Max", "MaxAsync", "Min", "MinAsync",
        "ExecuteDelete", "ExecuteDeleteAsync", "ExecuteUpdate", "ExecuteUpdateAsync",
    };

    private static readonly HashSet<string> Jobs = new(StringComparer.Ordinal) { "IHostedService", "IJob", "IInvocable", "IConsumer", "INotificationHandler", "IEventHandler" };

    public override void Check(QueryContext context)
    {
        foreach (var name in new[] { "Skip", "Take" })
            foreach (var call in context.Calls(name))
                if (QueryNames.IsQuery(call) && IsPage(call))
                    CheckQuery(call, context);
        foreach (var name in SqlCalls)
            foreach (var call in context.Calls(name))
                if (QueryNames.IsDapperQuery(call.TargetMethod) || QueryNames.IsOperatorOfSql(call.TargetMethod))
                    if (AspNet.Argument(call, "sql") is { ConstantValue: { HasValue: true, Value: string text } } sql && Page.IsMatch(text) && !Order.IsMatch(text) && !IsOrderedBehind(call))
                        context.Report(this, sql.Syntax, "The statement", "ORDER BY");
    }

    private void CheckQuery(IInvocationOperation call, QueryContext context)
    {
        // One page is one finding: that of its Skip.
        if (call.TargetMethod.Name == "Take" && AspNet.ReceiverOf(call) is { } before && new RowSources(context.Code, false, context.Cancellation).Of(before).Has(name => name is "Skip" or "Take")) return;
        var rows = new RowSources(context.Code, false, context.Cancellation).Of(AspNet.ReceiverOf(call)!);
        if (!rows.IsSeen || rows.Entity is null || rows.Has(IsOrder) || rows.Steps.Any(step => IsOrdered(step.Type) || QueryNames.IsOperatorOfSql(step.TargetMethod))) return;
        if (rows.Steps.Concat(rows.Origins).Any(step => IsOrdered(step.Type))) return;
        var place = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax;
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (rows.Has(static name => name is "Select" or "SelectMany" or "GroupBy" or "Join" or "GroupJoin" or "ProjectTo" or "ProjectToType")) properties = properties.Add(IsProjected, "");
        context.Report(this, place, properties, $"'{call.TargetMethod.Name}'", "OrderBy");
    }

    private static bool IsOrder(string name) => name.StartsWith("Order", StringComparison.Ordinal) || name.StartsWith("ThenBy", StringComparison.Ordinal) || name == "Reverse";

    private static bool IsOrdered(ITypeSymbol? type) => type is { Name: "IOrderedQueryable" };

    private static bool IsOrderedBehind(IInvocationOperation call) => QueryNames.IsOperatorOfSql(call.TargetMethod) && UsesOf(call).Any(use => IsOrder(use.TargetMethod.Name));

    // Take alone is a page where its size is chosen, or where what it gives is the answer of a method; rows that a job works on may come as they like.
    private static bool IsPage(IInvocationOperation call)
    {
        if (UsesOf(call).Any(use => Orderless.Contains(use.TargetMethod.Name))) return false;
        if (call.TargetMethod.Name == "Skip") return true;
        if (AspNet.Argument(call, "count") is not { } count || count is { ConstantValue: { HasValue: true, Value: 1 } }) return false;
        if (call.Syntax.Ancestors().Any(up => up is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or ForEachStatementSyntax)) return false;
        if (count.Syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => Words.Split(name.Identifier.ValueText).Any(word => word is "batch" or "chunk"))) return false;
        for (var type = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType; type is not null; type = type.BaseType)
            if (type.AllInterfaces.Any(contract => Jobs.Contains(contract.Name))) return false;
        var around = call.Syntax.Ancestors().FirstOrDefault(up => up is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax);
        return around is ReturnStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax || (around is LocalDeclarationStatementSyntax && !count.ConstantValue.HasValue);
    }

    // The calls on what a call gives, outward.
    private static IEnumerable<IInvocationOperation> UsesOf(IInvocationOperation call)
    {
        for (var use = QueryUse.Of(call); use is not null; use = QueryUse.Of(use)) yield return use;
    }
}
