using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>The control flow graph of one member, lambda, local function or initializer, with what a walk through it asks.</summary>
internal sealed class FlowGraph
{
    private readonly ConcurrentDictionary<IOperation, ImmutableArray<IOperation>> _effects = new();
    private readonly Lazy<Dictionary<SyntaxNode, List<(IOperation Operation, Point At)>>> _places;
    private readonly Lazy<ILookup<CaptureId, (IFlowCaptureOperation Operation, Point At)>> _captures;
    private readonly Lazy<Dictionary<SyntaxNode, FlowGraph>> _nested;

    private FlowGraph(ControlFlowGraph graph, ISymbol owner, SyntaxNode syntax, FlowGraph? outer, Point made)
    {
        (Graph, Owner, Syntax, Outer, Made) = (graph, owner, syntax, outer, made);
        _places = new(FindPlaces);
        _captures = new(() => AllOperations().Where(place => place.Operation is IFlowCaptureOperation)
            .Select(place => (Operation: (IFlowCaptureOperation)place.Operation, place.At)).ToLookup(place => place.Operation.Id));
        _nested = new(FindNested);
    }

    /// <summary>Roslyn's graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>The member, lambda or local function.</summary>
    public ISymbol Owner { get; }

    /// <summary>What declares the owner.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The graph around a lambda or local function.</summary>
    public FlowGraph? Outer { get; }

    /// <summary>Where a lambda is made in <see cref="Outer"/>.</summary>
    public Point Made { get; }

    /// <summary>The graph of a body's operation; null where Roslyn makes none.</summary>
    public static FlowGraph? Of(IOperation root, ISymbol owner)
    {
        if (root.Parent is not null) return null;
        var graph = root switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body),
            IConstructorBodyOperation body => ControlFlowGraph.Create(body),
            IBlockOperation body => ControlFlowGraph.Create(body),
            IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer),
            IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer),
            IParameterInitializerOperation initializer => ControlFlowGraph.Create(initializer),
            _ => null,
        };
        return graph is null ? null : new FlowGraph(graph, owner, root.Syntax, null, default);
    }

    /// <summary>A block by its ordinal.</summary>
    public BasicBlock Block(int ordinal) => Graph.Blocks[ordinal];

    /// <summary>The operation at an index of a block, the branch value being the last; null beyond it.</summary>
    public static IOperation? OperationAt(BasicBlock block, int index) =>
        index < block.Operations.Length ? block.Operations[index] : block.BranchValue;

    /// <summary>Where the body ends.</summary>
    public Point Exit => new(this, Graph.Blocks.Length - 1, 0);

    /// <summary>The graphs of the lambdas and local functions directly inside.</summary>
    public IEnumerable<FlowGraph> NestedGraphs => _nested.Value.Values;

    /// <summary>The graph of a lambda or local function directly inside.</summary>
    public FlowGraph? Nested(SyntaxNode syntax) => _nested.Value.TryGetValue(syntax, out var graph) ? graph : null;

    /// <summary>The captures of an intermediate value: one on each way to its use.</summary>
    public IEnumerable<(IFlowCaptureOperation Operation, Point At)> CapturesOf(CaptureId id) => _captures.Value[id];

    /// <summary>The operations under a statement that may write a variable, the last to run first.</summary>
    public ImmutableArray<IOperation> EffectsOf(IOperation statement) => _effects.GetOrAdd(statement, static root =>
    {
        var found = ImmutableArray.CreateBuilder<IOperation>();
        CollectEffects(root, found);
        found.Reverse();
        return found.ToImmutable();
    });

    /// <summary>
    /// This graph's copy of the operation at a node, in it or in a graph inside; null for unreachable code, of which the graph keeps none.
    /// By syntax and kind, never by reference: the driver drops a tree's model when it is done with the tree.
    /// </summary>
    public (IOperation Operation, Point At)? Find(SyntaxNode node, OperationKind kind)
    {
        if (_places.Value.TryGetValue(node, out var places))
        {
            foreach (var place in places)
                if (place.Operation.Kind == kind)
                    return place;
            // What branches inside (?:, ??, ?., switch) is taken apart; a capture stands for its result.
            foreach (var place in places)
                if (place.Operation is IFlowCaptureReferenceOperation)
                    return place;
        }
        foreach (var inner in _nested.Value)
            if (inner.Key.Span.Contains(node.Span) && inner.Value.Find(node, kind) is { } found)
                return found;
        return null;
    }

    /// <summary>The calls of a delegate that a local holds, in this graph and those inside; empty where the local is also used otherwise.</summary>
    public ImmutableArray<(IInvocationOperation Operation, Point At)> CallsOfLocal(string name)
    {
        var calls = ImmutableArray.CreateBuilder<(IInvocationOperation, Point)>();
        return Collect(this) ? calls.ToImmutable() : ImmutableArray<(IInvocationOperation, Point)>.Empty;

        bool Collect(FlowGraph graph)
        {
            foreach (var (operation, at) in graph.AllOperations())
                if (operation is ILocalReferenceOperation { Local.Name: var local } reference && local == name)
                {
                    if (reference.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == reference) calls.Add((call, at));
                    else if (reference.Parent is not ISimpleAssignmentOperation { Target: var target } || target != reference || !reference.IsDeclaration) return false;
                }
            return graph.NestedGraphs.All(Collect);
        }
    }

    /// <summary>By spelling, whether a variable gets another value in this graph or in one inside, or where asked for, is used at all.</summary>
    public bool MayWrite(ISymbol variable, bool orUse)
    {
        foreach (var node in Syntax.DescendantNodes())
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Name && (orUse || IsTarget(name))) return true;
        return false;
    }

    private static bool IsTarget(SyntaxNode name)
    {
        while (name.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple }) name = tuple;
        return name.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == name,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => true,
            // Its members may be written.
            MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax outer } access => outer.Left == access,
            _ => false,
        };
    }

    /// <summary>Whether a parameter gets another value in this graph or in one inside.</summary>
    public bool Writes(IParameterSymbol parameter) =>
        AllOperations().Any(place => IsWrite(place.Operation, parameter)) || NestedGraphs.Any(inner => inner.Writes(parameter));

    private static bool IsWrite(IOperation operation, IParameterSymbol parameter)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            IArgumentOperation { Parameter: { RefKind: RefKind.Out or RefKind.Ref } } argument => argument.Value,
            _ => null,
        };
        return target is not null && target.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));
    }

    private static void CollectEffects(IOperation root, ImmutableArray<IOperation>.Builder found)
    {
        // A walk with its own stack: ten thousand concatenations nest as deep.
        var work = new Stack<(IOperation Operation, bool Done)>();
        work.Push((root, false));
        while (work.Count > 0)
        {
            var (operation, done) = work.Pop();
            if (done || operation is IFlowAnonymousFunctionOperation)
            {
                found.Add(operation);
                continue;
            }
            if (MayWrite(operation)) work.Push((operation, true));
            foreach (var child in operation.ChildOperations.Reverse()) work.Push((child, false));
        }
    }

    private static bool MayWrite(IOperation operation) => operation is IAssignmentOperation or IEventAssignmentOperation or IFlowCaptureOperation
        or IIncrementOrDecrementOperation or IInvocationOperation or IObjectCreationOperation or IIsPatternOperation
        or IDynamicInvocationOperation or IPropertyReferenceOperation { Arguments.Length: > 0 };

    private Dictionary<SyntaxNode, List<(IOperation Operation, Point At)>> FindPlaces()
    {
        var map = new Dictionary<SyntaxNode, List<(IOperation, Point)>>();
        foreach (var place in AllOperations())
        {
            if (!map.TryGetValue(place.Operation.Syntax, out var list)) map.Add(place.Operation.Syntax, list = new(1));
            list.Add(place);
        }
        return map;
    }

    private IEnumerable<(IOperation Operation, Point At)> AllOperations()
    {
        foreach (var block in Graph.Blocks)
            for (var i = 0; i <= block.Operations.Length; i++)
                if (OperationAt(block, i) is { } top)
                    foreach (var operation in top.DescendantsAndSelf())
                        yield return (operation, new Point(this, block.Ordinal, i));
    }

    private Dictionary<SyntaxNode, FlowGraph> FindNested()
    {
        var map = new Dictionary<SyntaxNode, FlowGraph>();
        foreach (var (operation, at) in AllOperations())
            if (operation is IFlowAnonymousFunctionOperation lambda)
                map[operation.Syntax] = new FlowGraph(Graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol, operation.Syntax, this, at);
        foreach (var local in Graph.LocalFunctions)
            if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration)
                map[declaration] = new FlowGraph(Graph.GetLocalFunctionControlFlowGraph(local), local, declaration, this, new Point(this, 0, 0));
        return map;
    }
}
