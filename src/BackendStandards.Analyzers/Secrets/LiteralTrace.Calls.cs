using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>What calls give back, and what collections hold.</summary>
internal sealed partial class LiteralTrace
{
    // What puts its last argument into its receiver.
    private static readonly ImmutableHashSet<string> Entering = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Add", "AddFirst", "AddLast", "Push", "Enqueue", "Insert", "Append", "AppendLine", "TryAdd", "Set", "Put", "Write");

    // What takes an element out of its receiver, or the whole text of a builder.
    private static readonly ImmutableHashSet<string> Leaving = ImmutableHashSet.Create(
        StringComparer.Ordinal, "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "ElementAt", "ElementAtOrDefault", "Pop", "Peek", "Dequeue", "GetValue", "Get",
        "GetValueOrDefault", "ToString");

    /// <summary>Whether a method of this name puts what it is given into its receiver.</summary>
    public static bool Enters(string method) => Entering.Contains(method);

    private void FollowCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (Decoders.Input(call) is { } input) Follow(input, depth + 1);
        else if (AspNet.InSource(method)) FollowReturns(method, depth, Follow);
        else if (Leaving.Contains(method.Name) && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } holder) FollowElement(holder, depth);
    }

    private void FollowElement(IOperation? holder, int depth) => FollowElement(holder, depth, default);

    private void FollowReturns(IMethodSymbol method, int depth, Action<IOperation?, int> follow)
    {
        if (method.IsAbstract || code.BodyOf(method, cancellation) is not { } body) return;
        var function = method.MethodKind == MethodKind.LocalFunction ? method.OriginalDefinition : body.Owner;
        foreach (var returned in body.ReturnsOf(function)) follow(returned.ReturnedValue, depth + 1);
    }

    /// <summary>The elements of a collection, of a text its characters, of a builder its parts: under a key where that is known, else all.</summary>
    private void FollowElement(IOperation? holder, int depth, Optional<object?> key)
    {
        while (holder is IConversionOperation or IParenthesizedOperation)
            holder = holder is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)holder).Operand;
        if (holder is null) return;
        if (holder.Type?.SpecialType == SpecialType.System_String)
        {
            Follow(holder, depth + 1);
            return;
        }
        if (!MayGo(holder, depth, isContainer: true)) return;
        switch (holder)
        {
            case ILocalReferenceOperation local when code.BodyAround(local.Syntax, cancellation) is { } body: FollowContents(body.ReferencesTo(local.Local), depth, key); break;
            case IFieldReferenceOperation { Field: var field } when AspNet.InSource(field): FollowContents(references.WritesOf(field, cancellation).Take(MaxSites), depth, key); FollowInitializers(field, depth, key); break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } when AspNet.InSource(property): FollowContents(references.WritesOf(property, cancellation).Take(MaxSites), depth, key); FollowInitializers(property, depth, key); break;
            case IParameterReferenceOperation parameter: FollowParameter(parameter.Parameter, depth, (value, next) => FollowElement(value, next, key)); break;
            case IInvocationOperation call when AspNet.InSource(call.TargetMethod): FollowReturns(call.TargetMethod, depth, (value, next) => FollowElement(value, next, key)); break;
            // builder.Append(x).Append(y), text.ToCharArray()
            case IInvocationOperation call:
                if (Entering.Contains(call.TargetMethod.Name)) Follow(call.Arguments.LastOrDefault()?.Value, depth + 1);
                FollowElement(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, depth + 1);
                break;
            case IArrayCreationOperation { Initializer: { } elements }: FollowElements(elements.ElementValues, depth, key); break;
            case IArrayInitializerOperation elements: FollowElements(elements.ElementValues, depth, key); break;
            case IObjectCreationOperation creation: FollowCreation(creation, depth, key); break;
            case { Syntax: CollectionExpressionSyntax }: foreach (var element in holder.ChildOperations) Follow(element, depth + 1); break;
        }
    }

    private void FollowElements(ImmutableArray<IOperation> elements, int depth, Optional<object?> key)
    {
        for (var i = 0; i < elements.Length; i++)
            if (!key.HasValue || key.Value is not int index || index == i) Follow(elements[i], depth + 1);
    }

    private void FollowInitializers(ISymbol member, int depth, Optional<object?> key)
    {
        foreach (var value in ValuesOf(member)) FollowElement(value, depth + 1, key);
    }

    // Entries under other keys are other values; a list's position says nothing of what was added when.
    private static bool MayBeAt(Optional<object?> key, IOperation? entry) => !key.HasValue || entry is null || !entry.ConstantValue.HasValue || Equals(entry.ConstantValue.Value, key.Value);

    private static IOperation? KeyOf(IInvocationOperation add) => add.Arguments.Length == 2 ? add.Arguments[0].Value : null;

    // new StringBuilder("…"), new List<string> { "…" }, new Dictionary<…> { ["…"] = "…" }
    private void FollowCreation(IObjectCreationOperation creation, int depth, Optional<object?> key)
    {
        foreach (var argument in creation.Arguments)
            if (argument.Parameter?.Type.SpecialType == SpecialType.System_String) Follow(argument.Value, depth + 1);
            else if (argument.Parameter?.Type is { TypeKind: TypeKind.Interface or TypeKind.Array }) FollowElement(argument.Value, depth + 1, key);
        foreach (var entry in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            switch (entry)
            {
                case IInvocationOperation add when MayBeAt(key, KeyOf(add)): Follow(add.Arguments.LastOrDefault()?.Value, depth + 1); break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } at } } set when MayBeAt(key, at[0].Value): Follow(set.Value, depth + 1); break;
            }
    }

    private void FollowContents(IEnumerable<IOperation> uses, int depth, Optional<object?> key)
    {
        foreach (var use in uses)
        {
            var value = use;
            while (value.Parent is IConversionOperation or IParenthesizedOperation) value = value.Parent;
            switch (value.Parent)
            {
                case IInvocationOperation call when call.Instance == value && Entering.Contains(call.TargetMethod.Name) && MayBeAt(key, KeyOf(call)): Follow(call.Arguments.LastOrDefault()?.Value, depth + 1); break;
                case IArrayElementReferenceOperation { Parent: IAssignmentOperation set } element when element.ArrayReference == value && set.Target == element && MayBeAt(key, element.Indices.FirstOrDefault()): Follow(set.Value, depth + 1); break;
                case IPropertyReferenceOperation { Parent: IAssignmentOperation set, Arguments: { Length: 1 } at } entry when entry.Instance == value && set.Target == entry && MayBeAt(key, at[0].Value): Follow(set.Value, depth + 1); break;
                case IAssignmentOperation assignment when assignment.Target == value: FollowElement(assignment.Value, depth + 1, key); break;
            }
            if (use is IVariableDeclaratorOperation { Initializer.Value: { } initial }) FollowElement(initial, depth + 1, key);
        }
    }
}
