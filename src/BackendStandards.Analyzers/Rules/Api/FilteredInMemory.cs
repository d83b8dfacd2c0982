using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1043: rows that are all read before some of them are chosen, and queries that leave the endpoint unread.</summary>
internal sealed class FilteredInMemory() : QueryRule(RuleCatalog.FilteredInMemory, "ToList", "ToListAsync", "ToArray", "ToArrayAsync", "AsEnumerable", "IQueryable", "DbSet", "DbContext")
{
    private static readonly string[] Materialisers = ["ToList", "ToListAsync", "ToArray", "ToArrayAsync", "AsEnumerable"];

    private static readonly string[] Handlers = ["ControllerBase", "Controller", "HttpGet", "Route", "MapGet", "MapMethods", "MapGroup", "TypedResults", "Results", "IQueryable"];

    private static readonly HashSet<string> Choices = new(StringComparer.Ordinal)
        { "Where", "Skip", "Take", "Count", "LongCount", "Any", "All", "First", "FirstOrDefault", "Single", "SingleOrDefault" };

    public override void Check(QueryContext context)
    {
        foreach (var name in Materialisers)
            foreach (var call in context.Calls(name))
                if (QueryNames.IsMaterialiser(call) && AspNet.ReceiverOf(call) is { } query && QueryNames.IsUnread(Values.Unwrap(query).Type) && ChoiceOn(call, context) is { } choice && CanMove(query, choice, context))
                    context.Report(this, call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax,
                        $"'{name}' reads every row before '{NameOf(choice)}' chooses among them: let the database choose, and call '{name}' last");
        // Most files that read rows have no handler: they need not be asked for endpoints.
        if (AspNet.IsReferenced(context.Code.Compilation) && Handlers.Any(context.Mentions))
            foreach (var endpoint in context.Endpoints) CheckAnswers(endpoint, context);
    }

    private void CheckAnswers(Endpoint endpoint, QueryContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Handler is not { } handler || IsOData(handler) || (endpoint.Controller is { } controller && IsOData(controller))) return;
        foreach (var answered in AnsweredValue.Of(endpoint, context.Code, context.IsHere, cancellation))
            if (QueryNames.IsUnread(answered.Value.Type) && new RowSources(context.Code, true, cancellation).Of(answered.Value) is { IsSeen: true, Entity: not null })
                context.Report(this, answered.Syntax, "The answer is a query, which runs row by row while it is written: read it first, with 'ToListAsync'");
    }

    private static bool IsOData(ISymbol symbol) => Symbols.InheritedAttributes(symbol).Any(attribute => attribute.AttributeClass?.Name is "EnableQueryAttribute" or "UsePagingAttribute" or "UseOffsetPagingAttribute");

    // Moved over a limit, a filter would choose among other rows; over a projection, it may be none that a database knows.
    private static bool CanMove(IOperation query, IOperation choice, QueryContext context)
    {
        var rows = new RowSources(context.Code, true, context.Cancellation).Of(query);
        if (!rows.IsSeen || rows.Entity is null || rows.Has(static name => name is "Take" or "Skip" or "Map" or "Adapt")) return false;
        if (choice is not IInvocationOperation { Arguments: var arguments } || arguments.FirstOrDefault(argument => argument.Parameter?.Name == "predicate") is not { } condition) return true;
        return !rows.Has(static name => name is "Select" or "SelectMany" or "GroupBy" or "ProjectTo" or "ProjectToType") && Translatable.Is(condition.Value);
    }

    // What is done with the rows, if that is all that is done with them.
    private static IOperation? ChoiceOn(IInvocationOperation call, QueryContext context)
    {
        var around = QueryUse.Around(call, out var child);
        if (around is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator })
        {
            if (context.Code.BodyAround(call.Syntax, context.Cancellation) is not { } body) return null;
            var uses = body.ReferencesTo(local).Where(reference => reference is ILocalReferenceOperation).ToList();
            if (uses.Count != 1 || !AspNet.Same(body.FunctionOf(uses[0]), body.FunctionOf(call)) || IsRepeated(uses[0].Syntax, declarator.Syntax)) return null;
            around = QueryUse.Around(uses[0], out child);
        }
        return around switch
        {
            IInvocationOperation choice when Choices.Contains(choice.TargetMethod.Name) && QueryNames.IsOperator(choice.TargetMethod) && AspNet.ReceiverOf(choice) is { } receiver && Contains(receiver, child) => choice,
            IPropertyReferenceOperation { Property.Name: "Count" or "Length" } count when AspNet.IsKnown(count.Property) || count.Instance?.Type is IArrayTypeSymbol => count,
            _ => null,
        };
    }

    private static bool Contains(IOperation receiver, IOperation child) => receiver == child || receiver.Parent == child || receiver.DescendantsAndSelf().Contains(child);

    private static bool IsRepeated(SyntaxNode use, SyntaxNode declaration) =>
        use.Ancestors().TakeWhile(up => !up.Span.Contains(declaration.Span)).Any(up => up is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or ForEachStatementSyntax);

    private static string NameOf(IOperation choice) => choice is IInvocationOperation call ? call.TargetMethod.Name : ((IPropertyReferenceOperation)choice).Property.Name;
}
