using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
    private readonly Lazy<ImmutableArray<(IOperation Value, Point At)>> _returns;
    private readonly Lazy<WriteSummary> _writes;
    private readonly Lazy<Aliases> _aliases;
    private readonly Lazy<bool> _branches;
    private readonly Lazy<HashSet<int>> _endings;

    private FlowGraph(ControlFlowGraph graph, ISymbol owner, SyntaxNode syntax, FlowGraph? outer, Point made)
    {
        (Graph, Owner, Syntax, Outer, Made) = (graph, owner, syntax, outer, made);
        _places = new(FindPlaces);
        _captures = new(() => AllOperations().Where(place => place.Operation is IFlowCaptureOperation)
            .Select(place => (Operation: (IFlowCaptureOperation)place.Operation, place.At)).ToLookup(place => place.Operation.Id));
        _nested = new(FindNested);
        _branches = new(() => graph.Blocks.Any(block => block.ConditionKind != ControlFlowConditionKind.None));
        _endings = new(() => new(AllOperations().Where(place => place.Operation is IInvocationOperation { TargetMethod: var called } && Ends(called)).Select(place => place.At.Block)));
        _returns = new(() => FindReturns().ToImmutableArray());
        _writes = new(() => new WriteSummary(this));
        _aliases = outer is null ? new(() => new Aliases(this)) : outer._aliases;
    }

    /// <summary>Roslyn's graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>The member, lambda or local function.</summary>
    public ISymbol Owner { get; }

    /// <summary>What declares the owner.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The graph around a lambda or local function.</summary>
    public FlowGraph? Outer { get; }

    /// <summary>The graph of the member as a whole.</summary>
    public FlowGraph Outermost => Outer?.Outermost ?? this;

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

    /// <summary>Whether there is a condition anywhere: without one every block that the compiler left runs.</summary>
    public bool Branches => _branches.Value;

    /// <summary>Whether a block calls a method that never returns, as <c>[DoesNotReturn]</c> says.</summary>
    public bool NeverLeaves(BasicBlock block) => _endings.Value.Contains(block.Ordinal);

    /// <summary>Where the body ends.</summary>
    public Point Exit => new(this, Graph.Blocks.Length - 1, 0);

    /// <summary>The graph of the member that this one is part of.</summary>
    public FlowGraph Home => Outer?.Home ?? this;

    /// <summary>The values that are returned, and those that an iterator yields.</summary>
    public ImmutableArray<(IOperation Value, Point At)> Returns => _returns.Value;

    /// <summary>What is written here, by name.</summary>
    public WriteSummary Writes => _writes.Value;

    /// <summary>Whether this is the body of a local function: it runs where it is called, not where it stands.</summary>
    public bool IsLocalFunction => Outer is not null && Owner is IMethodSymbol { MethodKind: MethodKind.LocalFunction };

    /// <summary>Whether this is the body of a lambda or of a query's clause.</summary>
    public bool IsLambda => Outer is not null && !IsLocalFunction;

    /// <summary>Whether a variable holds one object for good.</summary>
    public bool IsLasting(IOperation variable) => _aliases.Value.IsLasting(variable);

    /// <summary>The variable that a local is only another name of; null where it is its own.</summary>
    public IOperation? AliasOf(ILocalSymbol local) => _aliases.Value.Of(local);

    /// <summary>Whether this graph is another's, or inside of it.</summary>
    public bool IsInside(FlowGraph other)
    {
        for (var graph = this; graph is not null; graph = graph.Outer)
            if (ReferenceEquals(graph, other)) return true;
        return false;
    }

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

    private static bool Ends(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass is { Name: "DoesNotReturnAttribute" }) return true;
        return false;
    }

    private IEnumerable<(IOperation Value, Point At)> FindReturns()
    {
        foreach (var block in Graph.Blocks)
        {
            if (block.IsReachable && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } returned)
                yield return (returned, new Point(this, block.Ordinal, block.Operations.Length));
            for (var i = 0; i < block.Operations.Length; i++)
                if (block.Operations[i] is IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded })
                    yield return (yielded, new Point(this, block.Ordinal, i));
        }
    }

    /// <summary>Every operation with the statement that it is part of.</summary>
    public IEnumerable<(IOperation Operation, Point At)> AllOperations()
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
