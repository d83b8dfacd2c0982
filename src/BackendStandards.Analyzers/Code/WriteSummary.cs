using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>What a graph writes, by name and without the graphs inside: a cheap test that keeps most calls closed to a question that goes back over them.</summary>
internal sealed class WriteSummary
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);

    private readonly FlowGraph _graph;

    public WriteSummary(FlowGraph graph)
    {
        _graph = graph;
        var called = new List<IMethodSymbol>();
        foreach (var block in graph.Graph.Blocks)
            for (var i = 0; i <= block.Operations.Length; i++)
                if (FlowGraph.OperationAt(block, i) is { } statement)
                    foreach (var effect in graph.EffectsOf(statement))
                        Add(effect, called);
        Called = called;
    }

    /// <summary>The methods and accessors of the sources that are called here.</summary>
    public IReadOnlyList<IMethodSymbol> Called { get; }

    /// <summary>Whether something is put into an array or a collection, or an object is handed to a library that may fill it.</summary>
    public bool Fills { get; private set; }

    /// <summary>Whether a delegate is invoked, or made for others to invoke.</summary>
    public bool Invokes { get; private set; }

    /// <summary>Whether a variable or member of a name gets a value.</summary>
    public bool Names(string name) => _names.Contains(name);

    /// <summary>The variables that get a value here, with that value where it is a plain assignment and the only one.</summary>
    public IReadOnlyDictionary<ISymbol, IOperation?> Variables => _values;

    private void Add(IOperation effect, List<IMethodSymbol> called)
    {
        switch (effect)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var part in deconstruction.Target.DescendantsAndSelf()) Target(part, null, called);
                break;
            case IAssignmentOperation assignment:
                Target(assignment.Target, effect is ISimpleAssignmentOperation ? assignment.Value : null, called, isReference: effect is ISimpleAssignmentOperation { IsRef: true });
                break;
            case IIncrementOrDecrementOperation step: Target(step.Target, null, called); break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation subscribed }: _names.Add(subscribed.Event.Name); break;
            case IIsPatternOperation { Pattern: var pattern }:
                foreach (var part in pattern.DescendantsAndSelf())
                    if (Declared(part) is { } symbol) Variable(symbol, null);
                break;
            case IFlowAnonymousFunctionOperation: Invokes = true; break;
            case IInvocationOperation call: Call(call.TargetMethod, call.Instance, call.Arguments, called); break;
            case IObjectCreationOperation { Constructor: { } constructor } creation: Call(constructor, null, creation.Arguments, called); break;
        }
    }

    private void Call(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, List<IMethodSymbol> called)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke) Invokes = true;
        else if (AspNet.InSource(method)) called.Add(method);
        else if (instance is not null ? instance.Type is not { SpecialType: SpecialType.System_String } : method.IsExtensionMethod) Fills = true;
        foreach (var argument in arguments)
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out }) Target(argument.Value, null, called);
    }

    private void Target(IOperation target, IOperation? value, List<IMethodSymbol> called, bool isReference = false)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration: Target(declaration.Expression, value, called); break;
            // What is written through a ref local is written to what it stands for.
            case ILocalReferenceOperation { Local: { RefKind: not RefKind.None } other } when !isReference: _names.Add(other.Name); break;
            case ILocalReferenceOperation local: Variable(local.Local, value); break;
            case IParameterReferenceOperation parameter: Variable(parameter.Parameter, value); break;
            case IArrayElementReferenceOperation: Fills = true; break;
            case IPropertyReferenceOperation property:
                if (!property.Arguments.IsEmpty) Fills = true;
                if (property.Property.SetMethod is { } setter && AspNet.InSource(property.Property)) called.Add(setter);
                _names.Add(property.Property.Name);
                break;
            case IMemberReferenceOperation member: _names.Add(member.Member.Name); break;
            case IFlowCaptureReferenceOperation capture:
                foreach (var made in _graph.CapturesOf(capture.Id))
                    if (made.Operation.Value is not IFlowCaptureReferenceOperation) Target(made.Operation.Value, null, called);
                break;
        }
    }

    private void Variable(ISymbol variable, IOperation? value)
    {
        _names.Add(variable.Name);
        _values[variable] = _values.ContainsKey(variable) ? null : value;
    }

    private static ISymbol? Declared(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };
}
