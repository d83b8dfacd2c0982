using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What calls give and what they write: into the bodies of the sources, by rows for libraries.</summary>
internal sealed partial class Engine
{
    private Value Call(IInvocationOperation call, Point at, Frame? frame)
    {
        var method = call.TargetMethod;
        if (call is { TargetMethod.Name: CloneMethod, Instance: { } original }) return Eval(original, at, frame);
        // The row of object.ToString speaks of the libraries' own.
        if (method is { Name: "ToString", IsOverride: true, Parameters.IsEmpty: true } && IsInSource(method) && SourceCall(call, method, at, frame, isExact: true) is { } text) return text;
        if (Rows(call, method, call.Instance, call.Arguments, at, frame) is { } known) return known;
        if (Folded(call, at, frame) is { } folded) return folded;
        if (method.MethodKind == MethodKind.DelegateInvoke) return Eval(call.Instance, at, frame).Opaque();
        if (IsInSource(method)) return SourceCall(call, method, at, frame) ?? Value.Of(Origin.Unmodelled, call);
        return Library(call, call.Instance, call.Arguments, at, frame);
    }

    private Value Property(IPropertyReferenceOperation reference, Point at, Frame? frame)
    {
        var property = reference.Property;
        if (Rows(reference, property, reference.Instance, reference.Arguments, at, frame) is { } known) return known;
        if (IsInSource(property))
        {
            if (!IsAuto(property) && property.GetMethod is { } getter && SourceCall(reference, getter, at, frame) is { } value) return value;
            return Member(reference, property, reference.Instance, at, frame);
        }
        return reference.Instance is null && reference.Arguments.IsEmpty
            ? Value.Of(Origin.Unmodelled, reference)
            : Library(reference, reference.Instance, reference.Arguments, at, frame);
    }

    /// <summary>A field or property that is no place of its own: what its object holds; a static one of a library, if it cannot change, is harmless.</summary>
    private Value Member(IOperation reference, ISymbol member, IOperation? instance, Point at, Frame? frame)
    {
        if (instance is not null) return Eval(instance, at, frame).Opaque();
        return member is IFieldSymbol { IsReadOnly: true } ? Value.Of(Origin.Harmless) : Value.Of(Origin.Unmodelled, reference);
    }

    private Value? Rows(IOperation operation, ISymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame)
    {
        foreach (var row in flow.Libraries.RowsOf(member))
            switch (row.Kind)
            {
                case RowKind.Harmless: return Value.Of(Origin.Harmless);
                case RowKind.Source: return Value.Of(row.Detail == "request" ? Origin.Request : Origin.External, operation);
                case RowKind.Pass:
                    var passed = row.Inputs.IsEmpty ? Value.Of(Origin.Constant) : Value.Bottom;
                    if (row.Inputs.Contains("this")) passed = passed.Join(instance is null && arguments.Length > 0 ? Text(arguments[0].Value, at, frame) : Text(instance, at, frame));
                    foreach (var argument in arguments)
                        if (argument.Parameter is { } parameter && row.Inputs.Contains(parameter.Name)) passed = passed.Join(Text(argument.Value, at, frame));
                    return passed.Opaque();
                case RowKind.Concat:
                    var joined = instance is null ? Value.Bottom : Text(instance, at, frame).Opaque();
                    foreach (var argument in arguments) joined = joined.Join(Parts(argument.Value, at, frame));
                    return joined;
            }
        return null;
    }

    /// <summary>The parts of an argument that is joined into a text; those of <c>params</c> one by one, so that the one bad part is named.</summary>
    private Value Parts(IOperation argument, Point at, Frame? frame)
    {
        if (argument is not IArrayCreationOperation { IsImplicit: true, Initializer: { } list }) return Part(argument, at, frame).Opaque();
        return list.ElementValues.Aggregate(Value.Bottom, (value, element) => value.Join(Part(element, at, frame).Opaque()));
    }

    private Value? Folded(IInvocationOperation call, Point at, Frame? frame)
    {
        if (call.TargetMethod.ContainingType?.SpecialType != SpecialType.System_String || call.Arguments.Length > 2) return null;
        object? receiver = null;
        if (call.Instance is not null && !Eval(call.Instance, at, frame).TryConstant(out receiver)) return null;
        var arguments = new List<object?>();
        foreach (var argument in call.Arguments)
            if (Eval(argument.Value, at, frame).TryConstant(out var constant)) arguments.Add(constant);
            else return null;
        return Folding.Call(call.TargetMethod, receiver, arguments) is { } folded ? Value.Constant(folded) : null;
    }

    /// <summary>A library call without a row: it may give anything that it is given, and if it is given nothing, nothing is known.</summary>
    private Value Library(IOperation call, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Point at, Frame? frame)
    {
        if (HarmlessTypes.Contain(call.Type)) return Value.Of(Origin.Harmless);
        var value = Text(instance, at, frame).Opaque();
        foreach (var argument in arguments) value = value.Join(Text(argument.Value, at, frame).Opaque());
        return instance is null && arguments.IsEmpty ? Value.Of(Origin.Unmodelled, call) : value.Opaque();
    }

    /// <summary>What a method, accessor or operator of the sources returns for this call; null where it has no body here.</summary>
    private Value? SourceCall(IOperation call, IMethodSymbol method, Point at, Frame? frame, bool isExact = false)
    {
        if (frame?.Depth >= MaxFrames || frame?.Holds(call) == true) return Value.Of(Origin.Budget);
        if (GraphOf(method) is not { } graph) return null;
        var value = ReturnsOf(graph, flow.Frames.GetOrAdd((call, frame), new Frame(call, at, frame)));
        // Another body may run instead.
        return !isExact && (method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed ? value.Join(Value.Of(Origin.Unmodelled, call)) : value;
    }

    /// <summary>What a method of the sources returns, whoever calls it.</summary>
    private Value? SourceReturns(IOperation reference, IMethodSymbol method, Point at, Frame? frame) =>
        IsInSource(method) && GraphOf(method) is { } graph ? ReturnsOf(graph, null) : null;

    private Value ReturnsOf(FlowGraph graph, Frame? frame)
    {
        var value = Value.Bottom;
        foreach (var block in graph.Graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (block.IsReachable && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } returned)
                value = value.Join(Text(returned, new Point(graph, block.Ordinal, block.Operations.Length), frame));
            for (var i = 0; i < block.Operations.Length; i++)
                if (block.Operations[i] is IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded })
                    value = value.Join(Text(yielded, new Point(graph, block.Ordinal, i), frame));
        }
        return value;
    }

    private Value Lambda(IFlowAnonymousFunctionOperation lambda, Point at, Frame? frame) =>
        at.Graph.Nested(lambda.Syntax) is { } graph ? ReturnsOf(graph, frame).Opaque() : Value.Of(Origin.Unmodelled, lambda);

    private FlowGraph? GraphOf(IMethodSymbol method)
    {
        if (flow.Code.BodyOf(method, cancellation)?.Graph is not { } graph) return null;
        if (method.MethodKind != MethodKind.LocalFunction) return graph;
        return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } declaration ? NestedIn(graph, declaration) : null;
    }

    private static FlowGraph? NestedIn(FlowGraph graph, SyntaxNode declaration) =>
        graph.Nested(declaration) ?? graph.NestedGraphs.Select(inner => NestedIn(inner, declaration)).FirstOrDefault(found => found is not null);

    /// <summary>What a call writes into a place: what is put into a collection or builder, and by-ref arguments.</summary>
    private Hit Called(IOperation call, IMethodSymbol? method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        if (method is null) return Hit.None;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Out or RefKind.Ref } parameter || PathOf(argument.Value, at, frame, written: true) is not { } place || !place.Equals(path)) continue;
            value = Written(call, method, instance, arguments, parameter, at, frame);
            return parameter.RefKind == RefKind.Out ? Hit.Certain : Hit.Maybe;
        }
        if (IsInSource(method)) return call is IInvocationOperation invocation ? CalledInSource(invocation, path, at, frame, ref value) : Hit.None;
        if (flow.Libraries.Row(method, RowKind.Mutate) is null || Receiver(instance ?? arguments.FirstOrDefault()?.Value) is not { } receiver) return Hit.None;
        if (PathOf(receiver, at, frame, written: true) is not { } held || !(held.Equals(path) || (PathOf(receiver, at, frame)?.Equals(path) ?? false))) return Hit.None;
        var isText = flow.Libraries.Row(method, RowKind.Concat) is not null;
        foreach (var argument in arguments) value = value.Join(isText ? Parts(argument.Value, at, frame) : Text(argument.Value, at, frame).Opaque());
        return Hit.Maybe;
    }

    /// <summary>What a method of the sources does to a place: fills the builder or list that it is given, writes a variable around it, or throws unless it likes what is there.</summary>
    private Hit CalledInSource(IInvocationOperation call, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        if (path.Root is not (ILocalSymbol or IParameterSymbol)) return Hit.None;
        var method = call.TargetMethod;
        var given = call.Arguments.FirstOrDefault(argument => PathOf(argument.Value, at, frame) is { } place && place.Equals(path));
        if (given is null && (method.MethodKind != MethodKind.LocalFunction || GraphOf(method) is not { } local || !MayWrite(local, (ISymbol)path.Root))) return Hit.None;
        if (given is { Parameter.Type: var type } && !MayBeFilled(type))
        {
            if (type.SpecialType != SpecialType.System_String || !GuardedBy(call, path, at, frame, outcome: null)) return Hit.None;
            value = Value.Of(Origin.Constant);
            return Hit.Certain;
        }
        if (frame?.Depth >= MaxFrames || frame?.Holds(call) == true)
        {
            value = Value.Of(Origin.Budget);
            return Hit.Maybe;
        }
        if (GraphOf(method) is not { Owner: IMethodSymbol owner } graph) return Hit.None;
        var inner = flow.Frames.GetOrAdd((call, frame), new Frame(call, at, frame));
        var inside = given is null ? path : AccessPath.Of(owner.Parameters[given.Parameter!.Ordinal]);
        // What was there before is read at the call itself: a parameter that is given another object says nothing about this one.
        value = Read(inside, graph.Exit, inner, call);
        return Hit.Maybe;
    }

    /// <summary>By spelling first, so that a hundred lambdas that only read a variable are not gone through for it.</summary>
    private static bool MayWrite(FlowGraph body, ISymbol variable) =>
        body.MayWrite(variable, orUse: (variable as ILocalSymbol)?.Type is { } local ? MayBeFilled(local) : variable is IParameterSymbol parameter && MayBeFilled(parameter.Type));

    /// <summary>Builders and collections: objects that a callee can put a text into.</summary>
    private static bool MayBeFilled(ITypeSymbol type) => type.Name == "StringBuilder"
        || (type is INamedTypeSymbol { SpecialType: not SpecialType.System_String, IsReadOnly: false } named && named.Name is "List" or "IList" or "ICollection" or "HashSet" or "ISet" or "Dictionary" or "IDictionary" or "Stack" or "Queue");

    /// <summary>What a by-ref parameter holds after the call.</summary>
    private Value Written(IOperation call, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, IParameterSymbol parameter, Point at, Frame? frame)
    {
        if (IsInSource(method))
        {
            if (frame?.Depth >= MaxFrames || frame?.Holds(call) == true) return Value.Of(Origin.Budget);
            if (GraphOf(method) is not { } graph) return Value.Of(Origin.Unmodelled, call);
            var inner = flow.Frames.GetOrAdd((call, frame), new Frame(call, at, frame));
            return Read(AccessPath.Of((graph.Owner as IMethodSymbol)?.Parameters[parameter.Ordinal] ?? parameter.OriginalDefinition), graph.Exit, inner, call);
        }
        if (HarmlessTypes.Contain(parameter.Type)) return Value.Of(Origin.Harmless);
        return Rows(call, method, instance, arguments, at, frame) ?? arguments.Where(argument => argument.Parameter?.RefKind == RefKind.None)
            .Aggregate(Text(instance, at, frame).Opaque(), (all, argument) => all.Join(Text(argument.Value, at, frame).Opaque()));
    }

    /// <summary>Where a chain of calls on one builder begins: <c>text.Append(a).Append(b)</c> writes text.</summary>
    private IOperation? Receiver(IOperation? operation)
    {
        while (operation is IInvocationOperation { Instance: { } instance } call && flow.Libraries.Row(call.TargetMethod, RowKind.Mutate) is not null) operation = instance;
        return operation;
    }
}
