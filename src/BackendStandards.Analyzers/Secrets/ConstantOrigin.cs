using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>
/// Follows a text or array of bytes back to the constant that it certainly is: through decoders, locals that are written once, constants,
/// readonly fields and properties that never change.
/// </summary>
internal sealed class ConstantOrigin(CodeBase code)
{
    private const int MaxSteps = 12;

    // Of each type, the methods that give back a constant for a constant.
    private static readonly ImmutableDictionary<string, string[]> Decoders = new Dictionary<string, string[]>
    {
        ["Encoding"] = ["GetBytes"],
        ["ASCIIEncoding"] = ["GetBytes"],
        ["UTF8Encoding"] = ["GetBytes"],
        ["UnicodeEncoding"] = ["GetBytes"],
        ["Convert"] = ["FromBase64String", "FromHexString"],
        ["String"] = ["ToCharArray", "Trim", "PadRight", "PadLeft", "Substring", "ToLowerInvariant", "ToUpperInvariant", "ToLower", "ToUpper"],
        ["MemoryExtensions"] = ["AsSpan", "AsMemory", "TrimEnd"],
        ["Enumerable"] = ["ToArray", "Take", "Skip"],
        ["ReadOnlySpan"] = ["ToArray", "Slice"],
        ["Span"] = ["ToArray", "Slice"],
        ["Base64UrlEncoder"] = ["DecodeBytes", "Decode"],
        ["Base64Url"] = ["DecodeFromChars"],
        ["WebEncoders"] = ["Base64UrlDecode"],
        ["MD5"] = ["HashData"],
        ["SHA1"] = ["HashData"],
        ["SHA256"] = ["HashData"],
        ["SHA384"] = ["HashData"],
        ["SHA512"] = ["HashData"],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    // What writes into an array that it is given.
    private static readonly ImmutableHashSet<string> Filling = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Fill", "GetBytes", "GetNonZeroBytes", "NextBytes", "Copy", "BlockCopy", "CopyTo", "Clear", "Reverse", "Read", "ReadExactly", "TryFromBase64String", "WriteBytes");

    /// <summary>The constant as it is written; null where the value may be anything else.</summary>
    public SyntaxNode? Of(IOperation value, CancellationToken cancellation) => Of(value, MaxSteps, cancellation);

    private SyntaxNode? Of(IOperation? value, int steps, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (value is null || steps == 0) return null;
        return value switch
        {
            IConversionOperation conversion => Of(conversion.Operand, steps - 1, cancellation),
            IParenthesizedOperation inner => Of(inner.Operand, steps - 1, cancellation),
            IFieldReferenceOperation field => OfField(field.Field, steps, cancellation),
            ILocalReferenceOperation local => OfLocal(local, steps, cancellation),
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => OfProperty(property.Property, steps, cancellation),
            IInvocationOperation call when IsDecoder(call.TargetMethod) => OfDecoded(call, steps, cancellation),
            // The fallback for a setting that is missing is the key of whoever forgot to set it.
            ICoalesceOperation either => Of(either.WhenNull, steps - 1, cancellation),
            IUtf8StringOperation text => text.Value.Length > 0 ? text.Syntax : null,
            IArrayCreationOperation { Initializer: { } elements } array => IsConstantArray(elements.ElementValues) ? array.Syntax : null,
            IArrayInitializerOperation elements => IsConstantArray(elements.ElementValues) ? elements.Syntax : null,
            _ when value.Syntax is CollectionExpressionSyntax list => IsConstantArray(value.ChildOperations) ? list : null,
            _ => value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } } ? value.Syntax : null,
        };
    }

    private SyntaxNode? OfDecoded(IInvocationOperation call, int steps, CancellationToken cancellation)
    {
        var input = call.Instance is { } instance && (instance.Type?.SpecialType == SpecialType.System_String || instance.Type?.Name is "ReadOnlySpan" or "Span")
            ? instance
            : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        var others = call.Arguments.Where(argument => argument.Value != input);
        return others.All(argument => argument.Value.ConstantValue.HasValue || argument.ArgumentKind == ArgumentKind.DefaultValue) ? Of(input, steps - 1, cancellation) : null;
    }

    private SyntaxNode? OfLocal(ILocalReferenceOperation reference, int steps, CancellationToken cancellation)
    {
        var local = reference.Local;
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initializer }) return null;
        if (code.BodyAround(initializer, cancellation) is not { } body || !body.ReferencesTo(local).All(use => IsRead(use))) return null;
        return Of(Bound(initializer, body), steps - 1, cancellation);
    }

    private SyntaxNode? OfField(IFieldSymbol field, int steps, CancellationToken cancellation)
    {
        if (!field.IsConst && !field.IsReadOnly) return null;
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initializer }) return null;
        return !field.IsConst && IsWrittenByConstructor(field, cancellation) ? null : OfInitializer(initializer, steps, cancellation);
    }

    // { get; } = … and => …
    private SyntaxNode? OfProperty(IPropertySymbol property, int steps, CancellationToken cancellation)
    {
        if (property.SetMethod is not null || property.IsVirtual || property.IsOverride || property.IsAbstract) return null;
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not PropertyDeclarationSyntax declaration) return null;
        if (declaration.ExpressionBody is { Expression: var body }) return OfInitializer(body, steps, cancellation);
        return declaration.Initializer is { Value: var value } && !IsWrittenByConstructor(property, cancellation) ? OfInitializer(value, steps, cancellation) : null;
    }

    private SyntaxNode? OfInitializer(ExpressionSyntax initializer, int steps, CancellationToken cancellation) =>
        code.BodyAround(initializer, cancellation) is { } body ? Of(Bound(initializer, body), steps - 1, cancellation) : null;

    private static IOperation? Bound(ExpressionSyntax expression, MemberBody body)
    {
        SyntaxNode node = expression;
        while (node is ParenthesizedExpressionSyntax { Expression: var inner }) node = inner;
        return body.At(node);
    }

    /// <summary>Whether a use of a variable leaves it and its elements alone.</summary>
    private static bool IsRead(IOperation use)
    {
        if (use is IVariableDeclaratorOperation) return true;
        var value = use;
        while (value.Parent is IConversionOperation or IParenthesizedOperation || value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory" } })
            value = value.Parent is IArgumentOperation argument ? argument.Parent! : value.Parent!;
        return value.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target != value,
            IIncrementOrDecrementOperation or IAddressOfOperation => false,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => false,
            IArgumentOperation { Parent: IInvocationOperation call } => !Filling.Contains(call.TargetMethod.Name) || IsDecoder(call.TargetMethod),
            IInvocationOperation call => !Filling.Contains(call.TargetMethod.Name),
            IArrayElementReferenceOperation element => !(element.Parent is IAssignmentOperation assignment && assignment.Target == element) && element.Parent is not IIncrementOrDecrementOperation,
            _ => true,
        };
    }

    // By name: a constructor that only mentions an assignment to another's member of that name costs a finding, not a false one.
    private static bool IsWrittenByConstructor(ISymbol member, CancellationToken cancellation) => member.ContainingType.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(cancellation).ChildNodes().OfType<ConstructorDeclarationSyntax>())
        .SelectMany(constructor => constructor.DescendantTokens())
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == member.Name);

    private static bool IsConstantArray(IEnumerable<IOperation> elements)
    {
        var any = false;
        foreach (var element in elements)
        {
            if (!element.ConstantValue.HasValue) return false;
            any = true;
        }
        return any;
    }

    private static bool IsDecoder(IMethodSymbol method) => Decoders.TryGetValue(method.ContainingType.Name, out var names) && names.Contains(method.Name);
}
