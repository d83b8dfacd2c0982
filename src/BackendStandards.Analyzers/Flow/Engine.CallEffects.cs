using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What a call writes to a place: by-ref arguments, the objects that it is given, its receiver, variables around it and static fields.</summary>
internal sealed partial class Engine
{
    private const int MaxWriteDepth = 3;

    private Hit Called(IOperation call, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        // An interface of a library that a type of ours implements: Dispose, for one.
        if (instance is not null && !IsInSource(method) && method.IsAbstract && Plain(instance).Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } own && IsInSource(own))
            method = Implementation(own, method) ?? method;
        if (instance is not null && method.MethodKind == MethodKind.DelegateInvoke && InvokedEffect(call, instance, path, at, frame, ref value) is var invoked and not Hit.None) return invoked;
        foreach (var argument in arguments)
            if (GivenEffect(call, method, instance, arguments, argument, path, at, frame, ref value) is var given and not Hit.None) return given;
        if (instance is not null && ReceiverEffect(call, method, instance, arguments, path, at, frame, ref value) is var received and not Hit.None) return received;
        if (instance is null && method.IsExtensionMethod && !arguments.IsEmpty && PutInto(method, arguments[0].Value, arguments.RemoveAt(0), path, at, frame, ref value) is var put and not Hit.None) return put;
        if (!IsInSource(method) || method.MethodKind == MethodKind.DelegateInvoke || !(path.IsStatic || (path.Root is ILocalSymbol or IParameterSymbol && method.MethodKind == MethodKind.LocalFunction))) return Hit.None;
        if (GraphOf(method) is not { } graph || !MayWrite(graph, path, 0) || NewFrame(call, graph, at, frame, null) is not { } inner) return Hit.None;
        return Certainly(Read(path, graph.Exit, inner, call), out value);
    }

    /// <summary>A delegate that is invoked may write a variable around it.</summary>
    private Hit InvokedEffect(IOperation call, IOperation instance, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        var delegates = Eval(instance, at, frame);
        if (delegates.Atoms.IsDefault) return Hit.None;
        var hit = Hit.None;
        foreach (var atom in delegates.Atoms)
        {
            if (atom is not Closure { Graph: { } body } closure || !MayWrite(body, path, 0) || NewFrame(call, body, at, frame, closure) is not { } entered) continue;
            value = value.Join(Read(path, body.Exit, entered, call));
            hit = delegates.Atoms.Length == 1 ? Hit.Certain : Hit.Maybe;
        }
        return hit;
    }

    /// <summary>What a call does with the place that it is given as one argument.</summary>
    private Hit GivenEffect(IOperation call, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, IArgumentOperation argument, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        if (argument.Parameter is not { } parameter) return Hit.None;
        var byReference = parameter.RefKind is RefKind.Ref or RefKind.Out;
        var isText = argument.Value.Type?.SpecialType == SpecialType.System_String;
        if (!byReference && !isText && argument.Value.Type is not { IsReferenceType: true } && !IsCount(argument.Value.Type)) return Hit.None;
        if (PathOf(argument.Value, at, frame, written: true) is not { } place || place.Below(path, out var exact) is not { IsDefault: false } below) return Hit.None;
        if (!byReference && (isText || (below.IsEmpty && flow.Question != FlowQuestion.Text)))
        {
            // A method that ends only where it likes what it was given.
            if (call is not IInvocationOperation guard || !below.IsEmpty || !(Refuses(guard, parameter) || (IsInSource(method) && GuardedBy(guard, path, at, frame, outcome: null)))) return Hit.None;
            return Certainly(Value.Of(Origin.Constant), out value);
        }
        if (IsInSource(method) || method.MethodKind == MethodKind.DelegateInvoke) return EnteredByArgument(call, method, instance, argument, parameter, below, path, at, frame, byReference, ref value);
        if (byReference)
        {
            value = ByReference(call, method, instance, arguments, parameter, at, frame);
            return exact && below.IsEmpty ? Hit.Certain : Hit.Maybe;
        }
        if (Plain(argument.Value).Type is not IArrayTypeSymbol || method.Name is not ("Copy" or "CopyTo" or "Read" or "ReadAsync" or "ReadExactly" or "ReadBlock" or "Fill" or "Receive" or "ReceiveAsync")) return Hit.None;
        value = Inputs(call, instance, arguments.Remove(argument), at, frame).Content();
        return method.Name == "Fill" && arguments.Length == 2 ? Hit.Certain : Hit.Maybe;
    }

    private Hit EnteredByArgument(IOperation call, IMethodSymbol method, IOperation? instance, IArgumentOperation argument, IParameterSymbol parameter, ImmutableArray<object> below, AccessPath path, Point at, Frame? frame, bool byReference, ref Value value)
    {
        if (method.MethodKind != MethodKind.DelegateInvoke) return Entered(call, method, argument.Value, parameter, path, at, frame, byReference, ref value);
        if (!byReference || Eval(instance, at, frame) is not { Atoms: { IsDefault: false, Length: 1 } atoms } || atoms[0] is not Closure { Graph: { } body } closure) return Hit.None;
        if (NewFrame(call, body, at, frame, closure) is not { } entered || closure.Method.OriginalDefinition.Parameters.Length <= parameter.Ordinal) return Hit.None;
        return Certainly(Read(new AccessPath(closure.Method.OriginalDefinition.Parameters[parameter.Ordinal], below), body.Exit, entered, call), out value);
    }

    /// <summary>What a by-ref parameter of a library's method holds after the call.</summary>
    private Value ByReference(IOperation call, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, IParameterSymbol parameter, Point at, Frame? frame)
    {
        if (IsHarmless(parameter.Type)) return Value.Of(Origin.Harmless);
        // TryGetValue: the element under a constant key.
        if (parameter.RefKind == RefKind.Out && method.Name == "TryGetValue" && instance is not null && PathOf(instance, at, frame) is { } map && map.Add(ElementAt(arguments[0].Value, at, frame)) is { } element && flow.Libraries.Row(method, RowKind.Source) is null)
            return Read(element, at, frame, call);
        var value = Rows(call, method, instance, arguments, at, frame) ?? Inputs(call, instance, arguments.RemoveAll(given => given.Parameter?.RefKind == RefKind.Out), at, frame).Opaque();
        return value.IsBottom ? Value.Of(Origin.Unmodelled, call) : value;
    }

    private Hit ReceiverEffect(IOperation call, IMethodSymbol method, IOperation instance, ImmutableArray<IArgumentOperation> arguments, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        if (!IsInSource(method)) return PutInto(method, instance, arguments, path, at, frame, ref value);
        return method.MethodKind == MethodKind.DelegateInvoke ? Hit.None : Entered(call, method, instance, AccessPath.This, path, at, frame, byReference: false, ref value);
    }

    /// <summary>What a library's method puts into a collection or builder is in it from then on.</summary>
    private Hit PutInto(IMethodSymbol method, IOperation instance, ImmutableArray<IArgumentOperation> arguments, AccessPath path, Point at, Frame? frame, ref Value value)
    {
        if (!flow.Libraries.MayMutate(method.Name) && method.Name != "Clear") return Hit.None;
        if (Receiver(instance) is not { } receiver || PathOf(receiver, at, frame, written: true) is not { } place || place.Below(path, out var exact) is not { IsDefault: false } inside)
        {
            if (Receiver(instance) is not { } other || PathOf(other, at, frame) is not { } read || read.Below(path, out exact) is not { IsDefault: false } held) return Hit.None;
            inside = held;
        }
        if (method.Name == "Clear" && arguments.IsEmpty && exact) return Certainly(Value.Of(Origin.Constant).Content(), out value);
        if (flow.Libraries.Row(method, RowKind.Mutate) is null || instance.Type?.SpecialType == SpecialType.System_String) return Hit.None;
        if (arguments.Length == 2 && !inside.IsEmpty && inside[0].Equals(Element.Keys) && method.Name is "Add" or "TryAdd")
        {
            value = Input(arguments[0].Value, at, frame);
            return Hit.Maybe;
        }
        // Under a constant key or index nothing else is found.
        if (arguments.Length == 2 && !inside.IsEmpty && inside[0] is Element { Index: { } asked } && method.Name is "Add" or "TryAdd" or "set_Item")
        {
            if (Eval(arguments[0].Value, at, frame).TryConstant(out var key) && key is not null && !key.Equals(asked)) return Hit.None;
            value = Below(arguments[1].Value, inside.RemoveAt(0), at, frame);
            return Hit.Maybe;
        }
        var isText = flow.Libraries.Row(method, RowKind.Concat) is not null;
        foreach (var argument in arguments)
        {
            // A dictionary's key is no part of what is found under it.
            if (!inside.IsEmpty && arguments.Length == 2 && argument == arguments[0] && method.Name is "Add" or "TryAdd") continue;
            value = value.Join(isText ? Parts(argument.Value, at, frame) : inside.Length > 1 ? Below(argument.Value, inside.RemoveAt(0), at, frame) : inside.Length == 1 ? Input(argument.Value, at, frame) : Input(argument.Value, at, frame).Content());
        }
        return Hit.Maybe;
    }

    /// <summary>Where a chain of calls on one builder begins: <c>text.Append(a).Append(b)</c> writes text.</summary>
    private IOperation? Receiver(IOperation? operation)
    {
        while (operation is IInvocationOperation { Instance: { } instance } call && flow.Libraries.Row(call.TargetMethod, RowKind.Mutate) is not null) operation = instance;
        return operation;
    }

    /// <summary>Asks a body that is called what it leaves in a place that it knows as its receiver or as a parameter.</summary>
    private Hit Entered(IOperation call, IMethodSymbol method, IOperation? given, object inner, AccessPath path, Point at, Frame? frame, bool byReference, ref Value value)
    {
        if (given is null || PathOf(given, at, frame, written: true) is not { } place || place.Below(path, out _) is not { IsDefault: false } below) return Hit.None;
        var whole = below.IsEmpty && !byReference;
        if (whole && !MayBeFilled(given.Type)) return Hit.None;
        var hit = Hit.None;
        foreach (var target in TargetsOf(call, method, at, frame))
        {
            if (GraphOf(target) is not { } graph)
            {
                // A constructor without statements of its own still runs the initializers.
                if (target.MethodKind != MethodKind.Constructor || call is not IInvocationOperation || !IsInSource(target) || below.IsEmpty) continue;
                value = value.Join(BeforeConstructor(target.ContainingType, below, null, at, frame));
                hit = Hit.Certain;
                continue;
            }
            var owner = graph.Owner as IMethodSymbol ?? target;
            var root = inner is IParameterSymbol parameter && parameter.Ordinal < owner.Parameters.Length ? owner.Parameters[parameter.Ordinal].OriginalDefinition : inner;
            var asked = new AccessPath(root, below);
            if (!byReference && target.MethodKind != MethodKind.Constructor && !MayWrite(graph, asked, 0)) continue;
            if (NewFrame(call, graph, at, frame, null) is not { } entered) continue;
            value = value.Join(whole ? Read(asked, graph.Exit, entered, call).Content() : Read(asked, graph.Exit, entered, call));
            hit = whole ? Hit.Maybe : Hit.Certain;
        }
        return hit;
    }

    /// <summary>Builders and collections: objects that a callee can put a text into.</summary>
    private static bool MayBeFilled(ITypeSymbol? type) => type is IArrayTypeSymbol || (type is INamedTypeSymbol { SpecialType: not SpecialType.System_String, IsReferenceType: true } named
        && (named.Name == "StringBuilder" || (!IsInSource(named) && named.AllInterfaces.Any(contract => contract.Name is "ICollection" or "IEnumerable"))));

    /// <summary>By name, so that most calls are not entered: whether a body, or what it calls, may write such a place.</summary>
    private bool MayWrite(FlowGraph graph, AccessPath path, int depth)
    {
        var writes = graph.Writes;
        if (writes.Invokes || depth > MaxWriteDepth) return true;
        if (writes.Fills && (path.Steps.IsEmpty ? MayBeFilled((path.Root as ILocalSymbol)?.Type ?? (path.Root as IParameterSymbol)?.Type) : path.Steps[path.Steps.Length - 1] is Element)) return true;
        if (path.Root is ISymbol root && (path.Steps.IsEmpty || path.IsStatic) && writes.Names(root.Name)) return true;
        foreach (var step in path.Steps)
            if (step is ISymbol member && (writes.Names(member.Name) || (writes.Fills && !IsInSource(member)))) return true;
        // A variable is written by the functions around it alone.
        var isVariable = path.Steps.IsEmpty && path.Root is ILocalSymbol or IParameterSymbol;
        foreach (var called in writes.Called)
            if (isVariable && called.MethodKind != MethodKind.LocalFunction) continue;
            else if (GraphOf(called) is { } callee && !ReferenceEquals(callee, graph) && MayWrite(callee, path, depth + 1)) return true;
        return false;
    }
}
