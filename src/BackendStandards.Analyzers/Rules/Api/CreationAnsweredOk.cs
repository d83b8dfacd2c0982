using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Naming;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1020: a POST on a collection that adds one of its things, and that answers 200.</summary>
internal sealed class CreationAnsweredOk() : EndpointRule(RuleCatalog.CreationAnsweredOk)
{
    /// <summary>The finding's property that holds the route of the collection, for the location.</summary>
    public const string Route = nameof(Route);

    /// <summary>The finding's property that names the action that answers GET for one thing.</summary>
    public const string GetAction = nameof(GetAction);

    /// <summary>The finding's property that names the parameter of that action's route.</summary>
    public const string GetParameter = nameof(GetParameter);

    /// <summary>The finding's property that is set where a controller answers.</summary>
    public const string IsAction = nameof(IsAction);

    private static readonly HashSet<string> Adds = new(StringComparer.Ordinal) { "Add", "AddAsync", "InsertOne", "InsertOneAsync", "CreateItemAsync" };
    private static readonly HashSet<string> Batches = new(StringComparer.OrdinalIgnoreCase) { "batch", "bulk", "import", "sync", "upsert", "many", "range" };

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler || !handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        if (endpoint.Verbs(cancellation) is not { Count: 1 } verbs || verbs[0] != "POST") return;
        var segments = endpoint.Route(cancellation).Segments;
        if (segments.Count == 0 || Words.Split(segments[segments.Count - 1]) is not { Count: > 0 } words || EnglishNouns.NumberOf(words[words.Count - 1]) != NounNumber.Plural || words.Any(Batches.Contains) || Words.Split(handler.Name).Any(Batches.Contains)) return;
        if (!context.RememberForAll(this, nameof(QueryNames), () => QueryNames.AreReferenced(context.Model.Code.Compilation))) return;
        var answers = AnsweredValue.Of(endpoint, context).Where(static answer => !answer.InEnvelope && Lists.ElementOf(ResultStatus.Awaited(answer.Value.Type)) is null).Select(Answer).Where(static answer => answer is not null).ToList();
        if (answers.Count == 0 || AnswersOtherwise(endpoint, cancellation) || endpoint.Parameters(cancellation).Any(static parameter => parameter.Source == BindingSource.Body && Lists.ElementOf(parameter.Type) is not null)) return;
        var functions = HandlerFunction.Of(endpoint, context, static names => Adds.Any(names.Mentions));
        if (functions.Any(static function => Updates(function)) || AddedTo(functions, words[words.Count - 1]) is not { } added) return;
        foreach (var answer in answers) context.Report(this, answer!, PropertiesOf(endpoint, context), context.Describe(endpoint), added);
    }

    // Ok(order), or the bare value. What answers with another factory says what it means.
    private static SyntaxNode? Answer(AnsweredValue answer)
    {
        for (SyntaxNode? up = answer.Syntax.Parent; up is not null and not StatementSyntax and not LambdaExpressionSyntax and not ArrowExpressionClauseSyntax; up = up.Parent)
            switch (up)
            {
                case InvocationExpressionSyntax { Expression: var called }: return (called is MemberAccessExpressionSyntax access ? access.Name : called) is SimpleNameSyntax { Identifier.ValueText: "Ok" } ? up : null;
                case ObjectCreationExpressionSyntax creation: return creation.Type.ToString().EndsWith("OkObjectResult", StringComparison.Ordinal) ? up : null;
            }
        return answer.Value.ConstantValue.HasValue ? null : answer.Syntax;
    }

    // 201 elsewhere, 202 and 204 are decisions; 200 beside them is one too.
    private static bool AnswersOtherwise(Endpoint endpoint, CancellationToken cancellation) =>
        endpoint.Results(cancellation).Items.Any(static result => result.Status is > 200 and < 400)
        || endpoint.Responses(cancellation).Items.Any(static response => response is { Status: > 200 and < 400, Origin: ResponseOrigin.Stated })
        || endpoint.Filters(cancellation).Any(static filter => filter is null);

    // What is there already is changed.
    private static bool Updates(HandlerFunction function) => function.Operations<IInvocationOperation>().Any(static call =>
        call.TargetMethod.Name is "Update" or "UpdateRange" or "AddRange" or "AddRangeAsync" or "ExecuteUpdateAsync" or "ReplaceOneAsync" or "UpsertItemAsync" or "SetValues" || call.TargetMethod.Name.StartsWith("AddOrUpdate", StringComparison.Ordinal)
        || call.TargetMethod.Name.StartsWith("Upsert", StringComparison.Ordinal));

    private static string? AddedTo(IReadOnlyList<HandlerFunction> functions, string plural)
    {
        foreach (var function in functions)
            foreach (var call in function.Operations<IInvocationOperation>())
                if (Adds.Contains(call.TargetMethod.Name) && (QueryNames.IsTable(call.TargetMethod.ContainingType) || QueryNames.IsContext(call.TargetMethod.ContainingType) || QueryNames.IsMongo(call.TargetMethod))
                    && call.Arguments.FirstOrDefault()?.Value is { } given && Values.Unwrap(given).Type is { } type && Words.Split(type.Name) is { Count: > 0 } words && words.Any(word => EnglishNouns.PluralOf(word) == plural)
                    && !IsConditional(call)) return type.Name;
        return null;
    }

    // if (known is null) add, else change: one of both happens, and the answer fits both.
    private static bool IsConditional(IOperation operation)
    {
        for (var up = operation.Parent; up is not null and not (IAnonymousFunctionOperation or IMethodBodyOperation or ILocalFunctionOperation); up = up.Parent)
            if (up is IConditionalOperation or ISwitchOperation or ILoopOperation or ISwitchExpressionOperation or ICatchClauseOperation) return true;
        return false;
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (endpoint.Route(cancellation) is { IsKnown: true } route && !route.ParameterNames.Any()) properties = properties.Add(Route, route.Text);
        if (endpoint.Controller is not { } controller) return properties;
        properties = properties.Add(IsAction, "");
        var one = endpoint.Route(cancellation).Text + "/{";
        foreach (var other in context.Model.Concerning(endpoint.Declaration.SyntaxTree, cancellation))
            if (AspNet.Same(other.Controller, controller) && other.Handler is { } get && other.Verbs(cancellation) is { Count: 1 } verbs && verbs[0] == "GET"
                && other.Route(cancellation) is var sibling && sibling.Text.StartsWith(one, StringComparison.OrdinalIgnoreCase) && sibling.Text.IndexOf('/', one.Length) < 0 && sibling.ParameterNames.ToList() is { Count: 1 } names)
                return properties.Add(GetAction, get.Name).Add(GetParameter, names[0]);
        return properties;
    }
}
