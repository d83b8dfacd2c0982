using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Queries;

/// <summary>
/// Follows a list or a query back to the tables and statements that it comes from: over the operators of LINQ, variables, and, where
/// <paramref name="enterMethods"/> says so, the methods of the compilation, those behind interfaces and the handlers of a mediator's requests too.
/// </summary>
internal sealed class RowSources(CodeBase code, bool enterMethods, CancellationToken cancellation)
{
    private const int MaxDepth = 8;
    private readonly List<IOperation> _origins = [];
    private readonly List<IInvocationOperation> _steps = [];
    private readonly HashSet<ISymbol> _entered = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IParameterSymbol, IOperation> _given = new(SymbolEqualityComparer.Default);

    /// <summary>Where the rows of an expression come from.</summary>
    public RowSource Of(IOperation rows)
    {
        var isSeen = Follow(rows, 0) && _origins.Count > 0;
        return isSeen ? new(true, _origins, _steps) : RowSource.Unseen;
    }

    private bool Follow(IOperation? value, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (value is null || depth > MaxDepth) return false;
        value = Values.Unwrap(value);
        if (QueryNames.IsTable(value.Type) && value is IPropertyReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation && !IsGiven(value)) return Add(value);
        return value switch
        {
            ITranslatedQueryOperation query => Follow(query.Operation, depth),
            ILocalReferenceOperation { Local: var local } => FollowLocal(local, value, depth),
            IParameterReferenceOperation { Parameter: var parameter } => _given.TryGetValue(parameter.OriginalDefinition, out var argument) && Follow(argument, depth + 1),
            IConditionalOperation { WhenFalse: { } other } choice => Follow(choice.WhenTrue, depth) & Follow(other, depth),
            ICoalesceOperation either => Follow(either.Value, depth) & Follow(either.WhenNull, depth),
            ISwitchExpressionOperation choices => choices.Arms.Where(arm => Values.Unwrap(arm.Value) is not IThrowOperation).Aggregate(true, (all, arm) => Follow(arm.Value, depth) & all),
            IInvocationOperation call => FollowCall(call, depth),
            IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } when enterMethods && AspNet.InSource(property) => Enter(getter, depth),
            _ => false,
        };
    }

    private bool IsGiven(IOperation value) => value is IParameterReferenceOperation { Parameter: var parameter } && _given.ContainsKey(parameter.OriginalDefinition);

    private bool Add(IOperation origin)
    {
        _origins.Add(origin);
        return true;
    }

    private bool FollowLocal(ILocalSymbol local, IOperation use, int depth)
    {
        // A query that is put together over several statements goes into itself again.
        if (!_entered.Add(local)) return true;
        if (code.BodyAround(use.Syntax, cancellation) is not { } body) return false;
        var writes = WritesOf(body, local).ToList();
        return writes.Count > 0 && writes.Aggregate(true, (all, write) => Follow(write, depth + 1) & all);
    }

    // Those of every branch: what one of them orders is ordered for this purpose.
    private static IEnumerable<IOperation?> WritesOf(MemberBody body, ILocalSymbol local)
    {
        foreach (var reference in body.ReferencesTo(local))
            switch (reference)
            {
                case IVariableDeclaratorOperation { Initializer: { } initializer }:
                    yield return initializer.Value;
                    break;
                case { Parent: ISimpleAssignmentOperation assignment } when assignment.Target == reference:
                    yield return assignment.Value;
                    break;
                case { Parent: IArgumentOperation { Parameter.RefKind: not RefKind.None } or ITupleOperation or ICompoundAssignmentOperation }:
                    yield return null;
                    break;
            }
    }

    private bool FollowCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method.Name == "Set" && QueryNames.IsTable(method.ReturnType) && QueryNames.IsContext(method.ContainingType)) return Add(call);
        if (QueryNames.IsDapperQuery(method))
        {
            _steps.Add(call);
            return Add(call);
        }
        if (QueryNames.IsOperator(method) || (QueryNames.IsMongo(method) && method.Name != "Find"))
        {
            _steps.Add(call);
            return AspNet.ReceiverOf(call) is { } receiver && Follow(receiver, depth)
                && (method.Name is not ("Concat" or "Union" or "UnionBy" or "Except" or "Intersect") || Follow(call.Arguments.ElementAtOrDefault(call.Instance is null ? 1 : 0)?.Value, depth));
        }
        if (QueryNames.IsMongo(method)) return Add(call);
        if (method.Name is "ConfigureAwait" or "AsTask" && call.Instance is { } task && AspNet.IsKnown(method)) return Follow(task, depth);
        if (method is { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }) return Follow(call.Arguments[0].Value, depth);
        // AutoMapper and Mapster make one thing of each.
        if (method.Name is "Map" or "Adapt" or "ProjectTo" or "ProjectToType" && !AspNet.InSource(method))
        {
            _steps.Add(call);
            return Follow(AspNet.ReceiverOf(call) is { } mapped && call.TargetMethod.IsExtensionMethod ? mapped : call.Arguments.FirstOrDefault()?.Value, depth);
        }
        return enterMethods && (AspNet.InSource(method) ? EnterCall(call, depth) : FollowRequest(call, depth));
    }

    private bool EnterCall(IInvocationOperation call, int depth)
    {
        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        var bodies = method.IsAbstract || method.ContainingType.TypeKind == TypeKind.Interface ? Implementations.Of(method, code, cancellation).ToImmutableArray() : ImmutableArray.Create(method);
        if (bodies.IsEmpty) return FollowRequest(call, depth);
        var all = true;
        foreach (var body in bodies)
        {
            foreach (var argument in call.Arguments)
                if (argument.Parameter is { } bound && body.Parameters.ElementAtOrDefault(bound.Ordinal + (call.TargetMethod.ReducedFrom is null ? 0 : 1)) is { } parameter)
                    _given[parameter] = argument.Value;
            if (call.TargetMethod.ReducedFrom is not null && call.Instance is { } receiver) _given[body.Parameters[0]] = receiver;
            all &= Enter(body, depth);
        }
        return all;
    }

    private bool Enter(IMethodSymbol method, int depth)
    {
        if (!_entered.Add(method) || (method.MethodKind is MethodKind.LocalFunction && method.DeclaringSyntaxReferences.IsEmpty)) return false;
        var body = method.MethodKind == MethodKind.LocalFunction ? code.BodyAround(method.DeclaringSyntaxReferences[0].GetSyntax(cancellation), cancellation) : code.BodyOf(method, cancellation);
        var returns = body?.ReturnsOf(method.MethodKind == MethodKind.LocalFunction ? method : body.Owner);
        return returns is { Count: > 0 } && returns.All(returned => returned.Kind == OperationKind.Return) && returns.Aggregate(true, (all, returned) => Follow(returned.ReturnedValue, depth + 1) & all);
    }

    // sender.Send(new ListOrders()): what the one handler of the request returns.
    private bool FollowRequest(IInvocationOperation call, int depth)
    {
        if (call.TargetMethod.Name is not ("Send" or "SendAsync" or "Query" or "QueryAsync" or "InvokeAsync" or "ExecuteQueryAsync") || call.Arguments.FirstOrDefault()?.Value is not { } argument) return false;
        argument = Values.Unwrap(argument);
        // A module hands over what it is given.
        if (argument is IParameterReferenceOperation { Parameter: var parameter } && _given.TryGetValue(parameter.OriginalDefinition, out var given)) argument = Values.Unwrap(given);
        if (argument.Type is not INamedTypeSymbol request || !AspNet.InSource(request)) return false;
        var handlers = HandlersOf(request).Take(2).ToList();
        return handlers.Count == 1 && Enter(handlers[0], depth);
    }

    private IEnumerable<IMethodSymbol> HandlersOf(INamedTypeSymbol request)
    {
        foreach (var tree in code.TreesWith(request.Name, cancellation))
            foreach (var declaration in tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<ClassDeclarationSyntax>())
            {
                if (declaration.BaseList is null || code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type) continue;
                if (!type.AllInterfaces.Any(contract => contract.Name.EndsWith("Handler", StringComparison.Ordinal) && contract.TypeArguments.Length == 2 && AspNet.Same(contract.TypeArguments[0], request))) continue;
                foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
                    if (method.Name is "Handle" or "HandleAsync" or "ExecuteAsync" && AspNet.Same(method.Parameters.FirstOrDefault()?.Type, request))
                        yield return method;
            }
    }
}
