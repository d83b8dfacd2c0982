using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>
/// Looks for code that keeps one member of a model small: a comparison, a parse, a list of what is allowed, a cut, wherever its value goes. One question a search.
/// What goes into code that is not seen may be tested there.
/// </summary>
internal sealed class SizeTests(CodeBase code, CancellationToken cancellation)
{
    private const int MaxDepth = 4;
    private const int MaxBodies = 200;

    private static readonly string[] CheckingWords = ["Valid", "Ensure", "Verify", "Guard", "Require", "Check", "Limit", "Trunc", "Shorten", "Sanitize", "ThrowIf", "Match", "Parse", "Clamp", "Substring"];
    private static readonly HashSet<string> Decided = new(StringComparer.Ordinal) { "Min", "Max", "Take" };
    private static readonly HashSet<string> Cuts = new(StringComparer.Ordinal) { "Remove", "Take", "TakeLast", "Chunk" };
    private static readonly HashSet<string> LookUps = new(StringComparer.Ordinal) { "Contains", "ContainsKey", "TryGetValue", "IndexOf", "Exists" };
    private static readonly HashSet<string> Keeps = new(StringComparer.Ordinal)
        { "Trim", "TrimStart", "TrimEnd", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "ToString", "Replace", "Normalize", "GetValueOrDefault", "Count", "LongCount", "Distinct", "ToList", "ToArray", "Where", "OrderBy", "AsSpan" };

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly SourceTargets _targets = new(code, cancellation);
    private readonly ValidatorRules _rules = new(code);
    private int _bodies;

    /// <summary>Whether a member may be bounded by hand, in code that speaks of one of the models that it comes in.</summary>
    public bool MayBound(IPropertySymbol member, IEnumerable<string> models) => OfMember(member.OriginalDefinition, [.. models], 0);

    /// <summary>The same of a parameter of a handler.</summary>
    public bool MayBound(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault() is { } place && code.BodyAround(place.GetSyntax(cancellation), cancellation) is { } body && Follow(parameter, body, 0);

    private bool OfMember(IPropertySymbol member, string[] models, int depth)
    {
        if (depth > MaxDepth || !_seen.Add(member)) return false;
        var bodies = new HashSet<MemberBody>();
        foreach (var (tree, index) in code.Mentioning(member.Name, cancellation))
        {
            if (AspNet.IsEnvelope(tree) || !Array.Exists(models, index.Mentions)) continue;
            foreach (var node in index.NodesOf(member.Name, tree.GetRoot(cancellation)))
                if ((node.FirstAncestorOrSelf<SubpatternSyntax>() is not null || code.MayMean(node, member, cancellation)) && code.BodyAround(node, cancellation) is { } body && bodies.Add(body))
                {
                    // Given up: somebody may test it.
                    if (++_bodies > MaxBodies) return true;
                    if (body.ReferencesTo(member).Any(reference => Bounds(reference, body, depth))) return true;
                }
        }
        return false;
    }

    private bool Follow(ISymbol variable, MemberBody body, int depth) =>
        depth <= MaxDepth && _seen.Add(variable) && body.ReferencesTo(variable).Any(reference => reference is not IVariableDeclaratorOperation && Bounds(reference, body, depth));

    // From a reference outward to its statement: what is done with the value, or with its length?
    private bool Bounds(IOperation reference, MemberBody body, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        var isSize = false;
        for (IOperation child = reference, up = reference.Parent!; up is not null; child = up, up = up.Parent!)
            switch (up)
            {
                case IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or ICoalesceOperation or IAwaitOperation: continue;
                case IPropertySubpatternOperation sub: return Narrows(sub.Pattern);
                case IPropertyReferenceOperation { Property.Name: "Length" or "Count" or "LongLength" or "Value" } part when part.Instance == child:
                    isSize |= part.Property.Name != "Value";
                    continue;
                case IImplicitIndexerReferenceOperation or IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation:
                    return up is not IIsPatternOperation { Pattern: var pattern } || Narrows(pattern);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } compared:
                    return !IsNothing(compared.LeftOperand == child ? compared.RightOperand : compared.LeftOperand);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equal:
                    return (equal.LeftOperand == child ? equal.RightOperand : equal.LeftOperand) is var other && !IsNothing(other) && (isSize || other.ConstantValue.HasValue);
                case IAssignmentOperation { Target: var target } when target == child:
                    return up.Parent is not IObjectOrCollectionInitializerOperation;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } }: return IntoMember(property, depth);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }: return Follow(local, body, depth);
                case IVariableDeclaratorOperation { Symbol: var local }: return Follow(local, body, depth);
                case IVariableInitializerOperation: continue;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (Called(call, argument, depth)) return true;
                    if (Keeps.Contains(call.TargetMethod.Name) && AspNet.ReceiverOf(call) == argument.Value) continue;
                    return false;
                case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor }, Parameter: { } formal }:
                    return Made(constructor, formal, depth);
                case IInvocationOperation call when call.Instance == child:
                    if (IsChecking(call.TargetMethod.Name) || Cuts.Contains(call.TargetMethod.Name)) return true;
                    if (Keeps.Contains(call.TargetMethod.Name)) continue;
                    return false;
                case IInvocationOperation: continue;
                case IDynamicInvocationOperation or IInvalidOperation: return true;
                default: return false;
            }
        return false;
    }

    private bool Called(IInvocationOperation call, IArgumentOperation argument, int depth)
    {
        var method = call.TargetMethod;
        var isReceiver = AspNet.ReceiverOf(call) == argument.Value;
        // How many rows are read is BST1041's question, which follows the number there.
        if (IsChecking(method.Name) || (isReceiver ? Cuts : Decided).Contains(method.Name)) return true;
        // Of a list of what is allowed; in a text it is a search.
        if (LookUps.Contains(method.Name) && !isReceiver && method.ContainingType?.SpecialType != SpecialType.System_String) return true;
        if (argument.Parameter is not { Ordinal: var ordinal }) return false;
        if (!AspNet.InSource(method)) return !AspNet.IsKnown(method) && !Guards.IsCarrier(method);
        var found = false;
        foreach (var target in _targets.Of(method))
        {
            found = true;
            var definition = (target.ReducedFrom ?? target).OriginalDefinition;
            definition = definition.PartialImplementationPart ?? definition;
            var shift = call.TargetMethod.ReducedFrom is null ? 0 : 1;
            if (definition.Parameters.ElementAtOrDefault(ordinal + shift) is { } parameter && code.BodyOf(definition, cancellation) is { } body && Follow(parameter, body, depth + 1)) return true;
        }
        return !found;
    }

    // A value object refuses, a command has a validator of its own, and what takes a value over may test it there.
    private bool Made(IMethodSymbol constructor, IParameterSymbol formal, int depth)
    {
        var type = constructor.ContainingType.OriginalDefinition;
        if (!AspNet.InSource(type)) return !AspNet.IsKnown(type) && !Guards.IsCarrier(constructor);
        if (ModelConstraints.JudgesItself(type, cancellation) || formal.GetAttributes().Any(ModelConstraints.IsConstraint)) return true;
        if (type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => property.Name.Equals(formal.Name, StringComparison.OrdinalIgnoreCase)) is { } member && IntoMember(member, depth)) return true;
        return code.BodyOf(constructor, cancellation) is { } body && body.Owner is IMethodSymbol owner && owner.Parameters.ElementAtOrDefault(formal.Ordinal) is { } parameter && Follow(parameter, body, depth + 1);
    }

    private bool IntoMember(IPropertySymbol property, int depth) =>
        AspNet.InSource(property) && (Judges(property) || OfMember(property.OriginalDefinition, [property.ContainingType.Name], depth + 1));

    private bool Judges(IPropertySymbol property) => ModelConstraints.JudgesItself(property.ContainingType, cancellation) || property.GetAttributes().Any(ModelConstraints.IsConstraint)
        || _rules.AreElsewhere(property.ContainingType, cancellation) || _rules.MayBound(property, cancellation);

    private static bool IsChecking(string name) =>
        Array.Exists(CheckingWords, word => name.IndexOf(word, StringComparison.Ordinal) >= 0) && name.IndexOf("Null", StringComparison.Ordinal) < 0 && name.IndexOf("Empty", StringComparison.Ordinal) < 0;

    private static bool Narrows(IPatternOperation pattern) => pattern.DescendantsAndSelf().Any(static part =>
        part is IRelationalPatternOperation relational ? !IsNothing(relational.Value) : part is IConstantPatternOperation constant && !IsNothing(constant.Value));

    // null, "" and 0: that there is something says not how much.
    private static bool IsNothing(IOperation value) => Values.Unwrap(value).ConstantValue is { HasValue: true, Value: null or "" or 0 or 0L or 0d or false or true } || value.ConstantValue is { HasValue: true, Value: decimal and 0 };
}
