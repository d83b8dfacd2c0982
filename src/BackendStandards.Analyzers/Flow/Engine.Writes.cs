using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What is written to a field or auto-property anywhere in the sources.</summary>
internal sealed partial class Engine
{
    /// <summary>Everything that is written to a field or auto-property anywhere, with its initializer.</summary>
    private Value Written(ISymbol member, ImmutableArray<ISymbol> steps) =>
        Remember(new AccessPath(member, steps), flow.Members, () =>
        {
            var sites = flow.Writes.GetOrAdd(member, _ => WritesOf(member));
            var value = Value.Bottom;
            foreach (var (operation, at) in sites.Found)
                value = value.Join(operation is IAssignmentOperation { Value: { } assigned } and not IDeconstructionAssignmentOperation ? Below(assigned, steps, at, null) : PutInto(member, operation, at).Opaque());
            if (sites.Found.IsEmpty) value = IsSettableElsewhere(member) ? Value.Of(Origin.OpenParameter) : Value.Constant(null);
            return sites.IsComplete ? value : value.Join(Value.Of(Origin.Budget));
        });

    /// <summary>What a call or a write to an element puts into the object that a member holds, or into the member by reference.</summary>
    private Value PutInto(ISymbol member, IOperation operation, Point at)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                var value = Value.Bottom;
                var path = member.IsStatic ? AccessPath.Of(member) : AccessPath.Of(AccessPath.This).Add(member)!;
                return Deconstructed(deconstruction.Target, deconstruction.Value, path, at, null, ref value) == Hit.None ? Text(deconstruction.Value, at, null) : value;
            case IInvocationOperation call when call.Arguments.FirstOrDefault(argument => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref } && Names(argument.Value, member)) is { Parameter: { } parameter }:
                return Written(call, call.TargetMethod, call.Instance, call.Arguments, parameter, at, null);
            case IInvocationOperation call:
                var isText = flow.Libraries.Row(call.TargetMethod, RowKind.Concat) is not null;
                return call.Arguments.Aggregate(Value.Bottom, (all, argument) => all.Join(isText ? Parts(argument.Value, at, null) : Text(argument.Value, at, null).Opaque()));
            default:
                return Text(operation, at, null);
        }
    }

    private static bool IsSettableElsewhere(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private } || property.ContainingType.IsRecord,
        IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private,
        _ => true,
    };

    private CallSites WritesOf(ISymbol member)
    {
        var found = ImmutableArray.CreateBuilder<(IOperation, Point)>();
        var candidates = 0;
        foreach (var tree in flow.Code.TreesWith(member.Name, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var position in TreeIndex.Of(tree, cancellation).PositionsOf(member.Name))
            {
                foreach (var writing in Writings(root.FindToken(position).Parent))
                {
                    if (++candidates > MaxCandidates || found.Count >= MaxSites) return new(found.ToImmutable(), false);
                    if (flow.Code.BodyAround(writing, cancellation)?.Graph is { } graph && Site(writing, member, graph) is { } site) found.Add(site);
                }
            }
        }
        return new(found.ToImmutable(), true);
    }

    private static (IOperation, Point)? Initializer(FlowGraph graph, ISymbol member)
    {
        for (var b = 0; b < graph.Graph.Blocks.Length; b++)
            for (var i = 0; i < graph.Graph.Blocks[b].Operations.Length; i++)
                if (graph.Graph.Blocks[b].Operations[i] is ISimpleAssignmentOperation assignment && Names(assignment.Target, member))
                    return (assignment, new Point(graph, b, i));
        return null;
    }

    private static bool Names(IOperation target, ISymbol member) => target switch
    {
        IFieldReferenceOperation field => SymbolEqualityComparer.Default.Equals(field.Field.OriginalDefinition, member),
        IPropertyReferenceOperation property => SymbolEqualityComparer.Default.Equals(property.Property.OriginalDefinition, member),
        _ => false,
    };

    /// <summary>The operation at a node that writes the member, or what the member holds.</summary>
    private (IOperation, Point)? Site(SyntaxNode writing, ISymbol member, FlowGraph graph)
    {
        if (writing is EqualsValueClauseSyntax) return Initializer(graph, member);
        if (writing is not AssignmentExpressionSyntax)
            return graph.Find(writing, OperationKind.Invocation) is { Operation: IInvocationOperation call } site && (PutsInto(call, member) || call.Arguments.Any(argument => IsWritten(argument) && Names(argument.Value, member))) ? site : null;
        var found = graph.Find(writing, OperationKind.SimpleAssignment) ?? graph.Find(writing, OperationKind.CompoundAssignment)
            ?? graph.Find(writing, OperationKind.CoalesceAssignment) ?? graph.Find(writing, OperationKind.DeconstructionAssignment);
        return found is { Operation: IAssignmentOperation write } && (Names(write.Target, member) || Holder(write.Target) is { } held && Names(held, member)
            || (write is IDeconstructionAssignmentOperation && write.Target.Descendants().Any(part => Names(part, member)))) ? found : null;
    }

    private bool PutsInto(IInvocationOperation call, ISymbol member) =>
        flow.Libraries.Row(call.TargetMethod, RowKind.Mutate) is not null && Receiver(call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver && Names(receiver, member);

    private static bool IsWritten(IArgumentOperation argument) => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref };

    /// <summary>The collection whose element is written.</summary>
    private static IOperation? Holder(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } collection } => collection,
        IArrayElementReferenceOperation array => array.ArrayReference,
        _ => null,
    };

    /// <summary>
    /// By spelling, what may write the member of a name: the initializer it declares, the assignment whose target it ends, also in a tuple or with an
    /// index behind it, a call that it is given to by reference, and the chain of calls on it that put something in.
    /// </summary>
    private IEnumerable<SyntaxNode> Writings(SyntaxNode? name)
    {
        switch (name)
        {
            case VariableDeclaratorSyntax { Initializer: { } initializer, Parent.Parent: FieldDeclarationSyntax }: return [initializer];
            case PropertyDeclarationSyntax { Initializer: { } initializer }: return [initializer];
            case null: return [];
        }
        var outer = name;
        while (outer.Parent is MemberAccessExpressionSyntax access && access.Name == outer) outer = access;
        if (outer.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Parent.Parent: InvocationExpressionSyntax given }) return [given];
        if (outer.Parent is MemberAccessExpressionSyntax) return Chain(outer);
        if (outer.Parent is ElementAccessExpressionSyntax element && element.Expression == outer) outer = element;
        while (outer.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple }) outer = tuple;
        return outer.Parent is AssignmentExpressionSyntax assignment && assignment.Left == outer ? [assignment] : [];
    }

    private IEnumerable<SyntaxNode> Chain(SyntaxNode receiver)
    {
        while (receiver.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == receiver && flow.Libraries.MayMutate(access.Name.Identifier.ValueText))
        {
            yield return call;
            receiver = call;
        }
    }
}
