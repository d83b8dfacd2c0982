using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>
/// Follows a text or array of bytes back to the constants that it may be: through decoders, locals, fields, properties, collections, what callers pass and what
/// methods return. A value that is set on some way only counts; one that is sure to be overwritten does not. One question, one trace.
/// </summary>
internal sealed partial class LiteralTrace(CodeBase code, SourceReferences references, CancellationToken cancellation)
{
    private const int MaxDepth = 24;
    private const int MaxSteps = 400;
    private const int MaxSites = 32;

    private readonly HashSet<(IOperation, bool)> _seen = [];
    private readonly List<SyntaxNode> _found = [];
    private int _steps;

    /// <summary>The constants as they are written, each once. Empty where the value comes from elsewhere, or from too far.</summary>
    public IReadOnlyList<SyntaxNode> Of(IOperation value)
    {
        _seen.Clear();
        _found.Clear();
        _steps = 0;
        Follow(value, 0);
        return _found.ToArray();
    }

    private bool MayGo(IOperation value, int depth, bool isContainer)
    {
        cancellation.ThrowIfCancellationRequested();
        return depth <= MaxDepth && ++_steps <= MaxSteps && _seen.Add((value, isContainer));
    }

    private void Follow(IOperation? value, int depth)
    {
        if (value is null || !MayGo(value, depth, isContainer: false)) return;
        switch (value)
        {
            case IConversionOperation conversion: Follow(conversion.Operand, depth + 1); break;
            case IParenthesizedOperation inner: Follow(inner.Operand, depth + 1); break;
            case IAwaitOperation awaited: Follow(awaited.Operation, depth + 1); break;
            case ILocalReferenceOperation local: FollowLocal(local, depth); break;
            case IParameterReferenceOperation parameter: FollowParameter(parameter.Parameter, depth, Follow); break;
            case IFieldReferenceOperation field: FollowMember(field.Field, depth); break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property: FollowProperty(property, depth); break;
            case IPropertyReferenceOperation { Instance: { } holder, Arguments: { Length: 1 } key }: FollowElement(holder, depth, key[0].Value.ConstantValue); break;
            case IArrayElementReferenceOperation { Indices: { Length: 1 } index } element: FollowElement(element.ArrayReference, depth, index[0].ConstantValue); break;
            case IInvocationOperation call: FollowCall(call, depth); break;
            case IConditionalAccessOperation access: Follow(access.WhenNotNull, depth + 1); break;
            case ICoalesceOperation either: Follow(either.Value, depth + 1); Follow(either.WhenNull, depth + 1); break;
            case IConditionalOperation choice: FollowChoice(choice, depth); break;
            case ISwitchExpressionOperation choice: foreach (var arm in choice.Arms) Follow(arm.Value, depth + 1); break;
            case IAssignmentOperation assignment: Follow(assignment.Value, depth + 1); break;
            case IObjectCreationOperation { Type.Name: "String" or "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", Arguments: { Length: 1 } arguments }: Follow(arguments[0].Value, depth + 1); break;
            case IUtf8StringOperation { Value.Length: > 0 }: Add(value.Syntax); break;
            case IArrayCreationOperation { Initializer: { } elements } when ConstantArrays.Are(elements.ElementValues): Add(value.Syntax); break;
            case IArrayCreationOperation { Initializer: null } blank when ConstantArrays.IsBlank(blank): Add(value.Syntax); break;
            case IArrayInitializerOperation elements when ConstantArrays.Are(elements.ElementValues): Add(value.Syntax); break;
            case { Syntax: CollectionExpressionSyntax } when ConstantArrays.Are(value.ChildOperations): Add(value.Syntax); break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } joined: FollowJoined(joined, depth); break;
            case { ConstantValue: { HasValue: true, Value: string { Length: > 0 } } }: Add(value.Syntax); break;
        }
    }

    private void Add(SyntaxNode constant)
    {
        if (!_found.Contains(constant)) _found.Add(constant);
    }

    // A choice that the source has made already leaves one way.
    private void FollowChoice(IConditionalOperation choice, int depth)
    {
        var made = choice.Condition.ConstantValue is { HasValue: true, Value: bool value } ? value : (bool?)null;
        if (made != false) Follow(choice.WhenTrue, depth + 1);
        if (made != true) Follow(choice.WhenFalse, depth + 1);
    }

    // Two halves that are constants both make one; the first stands for it.
    private void FollowJoined(IBinaryOperation joined, int depth)
    {
        var before = _found.Count;
        Follow(joined.LeftOperand, depth + 1);
        var between = _found.Count;
        Follow(joined.RightOperand, depth + 1);
        if (between == before || (_found.Count == between && !IsConstant(joined.RightOperand))) _found.RemoveRange(before, _found.Count - before);
        else _found.RemoveRange(between, _found.Count - between);
    }

    private static bool IsConstant(IOperation value) => value.ConstantValue.HasValue || (value is IConversionOperation { Operand: var inner } && IsConstant(inner));

    private void FollowLocal(ILocalReferenceOperation reference, int depth)
    {
        var local = reference.Local;
        if (code.BodyAround(reference.Syntax, cancellation) is not { } body) return;
        var uses = body.ReferencesTo(local);
        if (ConstantArrays.IsArray(local.Type) && !uses.All(ConstantArrays.IsRead)) return;
        foreach (var value in LocalWrites.Reaching(body, local, reference)) Follow(value, depth + 1);
        foreach (var use in uses)
            if (LoopOver(use) is { } collection) FollowElement(collection, depth + 1);
            else if (WrittenBy(use) is { } argument) FollowWrites(argument, depth);
    }

    // foreach (var c in text)
    private static IOperation? LoopOver(IOperation declaration) =>
        declaration is IVariableDeclaratorOperation { Parent: IForEachLoopOperation loop } && loop.LoopControlVariable == declaration ? loop.Collection : null;

    // M(out var value), M(ref value)
    private static IArgumentOperation? WrittenBy(IOperation use)
    {
        var value = use.Parent is IDeclarationExpressionOperation declaration ? declaration : use;
        return value.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument ? argument : null;
    }

    private void FollowWrites(IArgumentOperation argument, int depth)
    {
        foreach (var value in WritesTo(argument)) Follow(value, depth + 1);
    }

    private IEnumerable<IOperation> WritesTo(IArgumentOperation argument)
    {
        if (argument.Parameter?.ContainingSymbol is not IMethodSymbol method || code.BodyOf(method, cancellation) is not { } body) yield break;
        foreach (var reference in body.ReferencesTo(argument.Parameter.OriginalDefinition))
            if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference) yield return assignment.Value;
    }

    /// <summary>What is assigned to a parameter, what callers pass for it, and what it is otherwise.</summary>
    private void FollowParameter(IParameterSymbol parameter, int depth, Action<IOperation?, int> follow)
    {
        if (ParameterOwner(parameter) is not { } method || depth > MaxDepth) return;
        foreach (var call in references.CallsOf(method, cancellation).Take(MaxSites))
            foreach (var argument in ArgumentsOf(call))
                if (argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.ParamArray) follow(argument.Value, depth + 1);
    }

    private static IMethodSymbol? ParameterOwner(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } method ? method : null;

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    private void FollowProperty(IPropertyReferenceOperation reference, int depth)
    {
        // Task.Result and the value of a nullable are what is in them.
        if (reference is { Instance: { } holder, Property.Name: "Result" or "Value" or "Span" } && !AspNet.InSource(reference.Property)) Follow(holder, depth + 1);
        else FollowMember(reference.Property, depth);
    }

    private void FollowMember(ISymbol member, int depth)
    {
        if (!AspNet.InSource(member) || member.IsAbstract) return;
        var before = _found.Count;
        // What a constructor sets is gone before anybody sees it.
        var isOverwritten = IsWrittenByConstructor(member);
        foreach (var value in ValuesOf(member))
            if ((!isOverwritten || !IsInitializer(value)) && !IsFilledLater(value, member)) Follow(value, depth + 1);
        if (_found.Count > before && IsChangedArray(member)) _found.RemoveRange(before, _found.Count - before);
        if (member is IPropertySymbol { ContainingType: { IsRecord: true } record } && record.InstanceConstructors.SelectMany(constructor => constructor.Parameters).FirstOrDefault(parameter => parameter.Name == member.Name) is { } positional)
            FollowParameter(positional, depth + 1, Follow);
    }

    /// <summary>What a member is given: by assignment, by its initializer, or by its getter.</summary>
    private IEnumerable<IOperation> ValuesOf(ISymbol member)
    {
        foreach (var declaration in member.OriginalDefinition.DeclaringSyntaxReferences)
        {
            SyntaxNode? value = declaration.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax field => field.Initializer,
                PropertyDeclarationSyntax property => (SyntaxNode?)property.Initializer ?? property.ExpressionBody ?? GetterOf(property),
                _ => null,
            };
            if (value is null || code.BodyAround(value, cancellation) is not { } body) continue;
            if (body.Root is ISymbolInitializerOperation initializer) yield return initializer.Value;
            else
                foreach (var returned in body.ReturnsOf(body.Owner)) yield return returned.ReturnedValue!;
        }
        if (member is IFieldSymbol { IsConst: true }) yield break;
        foreach (var reference in references.WritesOf(member, cancellation).Take(MaxSites))
            if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference) yield return assignment.Value;
            else if (WrittenBy(reference) is { } argument)
                foreach (var value in WritesTo(argument)) yield return value;
    }

    private static SyntaxNode? GetterOf(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && ((SyntaxNode?)accessor.Body ?? accessor.ExpressionBody) is not null);

    private bool IsChangedArray(ISymbol member) =>
        ConstantArrays.IsArray((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type) && !MemberReferences.To(member.OriginalDefinition, code, cancellation).All(ConstantArrays.IsRead);

    private bool IsFilledLater(IOperation value, ISymbol member) =>
        value is IArrayCreationOperation { Initializer: null } && !MemberReferences.To(member.OriginalDefinition, code, cancellation).All(ConstantArrays.IsOnlyRead);

    private static bool IsInitializer(IOperation value) => value.Parent is IFieldInitializerOperation or IPropertyInitializerOperation;

    // By name: a constructor that only mentions an assignment to another's member of that name costs a finding, not a false one.
    private bool IsWrittenByConstructor(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(cancellation).ChildNodes().OfType<ConstructorDeclarationSyntax>())
        .SelectMany(constructor => constructor.DescendantTokens())
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == member.Name);
}
