using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Tells comparisons of what a caller sent with a secret from the many other comparisons.</summary>
internal static class SecretComparisons
{
    private const int MaxDepth = 8;
    private static readonly string[] RequestParts = ["Headers", "Query", "Form", "Cookies", "RouteValues"];

    /// <summary>The two texts or arrays of bytes that an operation compares, case and all; null for any other operation.</summary>
    public static (IOperation Left, IOperation Right)? SidesOf(IOperation operation)
    {
        var sides = operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality => (equality.LeftOperand, equality.RightOperand),
            IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: false }, Instance: { } instance, Arguments: { Length: 1 or 2 } arguments } when IsOrdinal(arguments, 1) => (instance, arguments[0].Value),
            IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: true }, Arguments: { Length: 2 or 3 } arguments } when IsOrdinal(arguments, 2) => (arguments[0].Value, arguments[1].Value),
            IInvocationOperation { TargetMethod: { Name: "SequenceEqual", ContainingNamespace.Name: "Linq" or "System" }, Arguments: { Length: 2 } arguments } => (arguments[0].Value, arguments[1].Value),
            _ => ((IOperation, IOperation)?)null,
        };
        if (sides is not var (left, right)) return null;
        (left, right) = (Unwrap(left), Unwrap(right));
        return IsBytesOrText(left.Type) && IsBytesOrText(right.Type) && !left.ConstantValue.HasValue && !right.ConstantValue.HasValue ? (left, right) : null;
    }

    /// <summary>The name of the secret, where one side is one and the other was sent, or computed to check it; null where that is not sure.</summary>
    public static string? SecretOf(IOperation left, IOperation right) => Secret(left, right) ?? Secret(right, left);

    /// <summary>Whether a comparison selects elements, in memory or in a database, or tells whether two objects are alike.</summary>
    public static bool IsPredicate(IOperation comparison, ISymbol owner)
    {
        if (owner.Name is "Equals" or "GetHashCode" or "op_Equality" or "op_Inequality" or "CompareTo") return true;
        for (var up = comparison.Parent; up is not null; up = up.Parent)
            if (up is IAnonymousFunctionOperation { Symbol.ReturnType: { } result } && (result.SpecialType == SpecialType.System_Boolean || up.Parent is IConversionOperation or IArgumentOperation { Parameter.Type.Name: "Expression" })) return true;
        return false;
    }

    private static string? Secret(IOperation secret, IOperation other)
    {
        if (IsSent(secret) && !IsMac(other)) return null;
        var name = NameOf(secret);
        // A hash that is computed from a key or password, whatever it is compared with is called.
        if (IsMac(secret)) return IsMac(other) ? null : name ?? NameOf(other) ?? "a keyed hash";
        if (name is null || !SecurityNames.ProvesIdentity(name)) return null;
        if (IsSent(other) || IsMac(other)) return name;
        // apiKey == options.ApiKey: one is given, the other kept.
        return IsKept(secret) && other is IParameterReferenceOperation { Parameter.IsImplicitlyDeclared: false } && NameOf(other) is { } given && SecurityNames.ProvesIdentity(given) ? name : null;
    }

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        return value is IInvocationOperation { TargetMethod: { Name: "AsSpan" or "ToArray" or "ToString" or "Trim", Parameters.Length: <= 1 } } form && (form.Instance ?? form.Arguments.FirstOrDefault()?.Value) is { } inner && IsBytesOrText(inner.Type) ? Unwrap(inner) : value;
    }

    private static bool IsOrdinal(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, int at) =>
        arguments.Length <= at || (arguments[at].Value is IFieldReferenceOperation { Field: { Name: "Ordinal", ContainingType.Name: "StringComparison" } });

    private static bool IsBytesOrText(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => true,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: { Length: 1 } elements } => elements[0].SpecialType == SpecialType.System_Byte,
        INamedTypeSymbol { Name: "StringValues" } => true,
        _ => false,
    };

    // Of the request: a header, a part of the query, a local that was filled from one.
    private static bool IsSent(IOperation value, int depth = 0) => depth <= MaxDepth && value switch
    {
        IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } part } => IsRequestPart(part),
        IPropertyReferenceOperation { Property.ContainingType.Name: "IHeaderDictionary" } => true,
        IInvocationOperation { Instance: { } instance } call when IsBytesOrText(call.Type) => IsSent(Unwrap(instance), depth + 1),
        IInvocationOperation { TargetMethod.Name: "FirstOrDefault" or "First" or "Single" or "SingleOrDefault", Arguments: { Length: > 0 } arguments } => IsSent(Unwrap(arguments[0].Value), depth + 1),
        IConditionalAccessOperation access => IsSent(Unwrap(access.Operation), depth + 1),
        ICoalesceOperation either => IsSent(Unwrap(either.Value), depth + 1),
        ILocalReferenceOperation local => IsTakenFromRequest(local) || WritesOf(local).Any(write => IsSent(write, depth + 1)),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromHeaderAttribute" or "FromQueryAttribute" or "FromFormAttribute"),
        _ => false,
    };

    private static bool IsRequestPart(IOperation part) => Unwrap(part) is IPropertyReferenceOperation { Property: { Name: var name } property } && RequestParts.Contains(name) && property.ContainingType.Name is "HttpRequest" or "HttpRequestBase";

    // HMACSHA256.HashData(…), hmac.ComputeHash(…), Pbkdf2, and the texts of them.
    private static bool IsMac(IOperation value, int depth = 0) => depth <= MaxDepth && value switch
    {
        IInvocationOperation { TargetMethod: { Name: "HashData" or "ComputeHash", ContainingType.Name: var type } } call => IsMacType(type) || IsMacType(call.Instance?.Type?.Name ?? ""),
        IInvocationOperation { TargetMethod: { Name: "Pbkdf2", ContainingType.ContainingNamespace.Name: "Cryptography" or "KeyDerivation" } } => true,
        IInvocationOperation { TargetMethod: { Name: "ToHexString" or "ToHexStringLower" or "ToBase64String" or "ToString" or "ToLower" or "ToLowerInvariant" or "ToUpperInvariant" or "Replace" } } call =>
            (call.Instance is { } instance && IsMac(Unwrap(instance), depth + 1)) || call.Arguments.Any(argument => IsMac(Unwrap(argument.Value), depth + 1)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsMac(Unwrap(sum.RightOperand), depth + 1) || IsMac(Unwrap(sum.LeftOperand), depth + 1),
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Any(hole => IsMac(Unwrap(hole.Expression), depth + 1)),
        ILocalReferenceOperation local => WritesOf(local).Any(write => IsMac(write, depth + 1)),
        _ => false,
    };

    private static bool IsMacType(string name) => name.StartsWith("HMAC", StringComparison.Ordinal) || name == "KeyedHashAlgorithm";

    // What is kept: a member, a setting.
    private static bool IsKept(IOperation value) => value is IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } || value is IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: "IConfiguration" or "IConfigurationSection" or "IConfigurationRoot" or "ConfigurationManager" } };

    private static IEnumerable<IOperation> WritesOf(ILocalReferenceOperation reference)
    {
        foreach (var declarator in RootOf(reference).Descendants().OfType<IVariableDeclaratorOperation>())
            if (Same(declarator.Symbol, reference.Local) && declarator.Initializer is { Value: var value } && !Refers(value, reference.Local)) yield return Unwrap(value);
    }

    // Headers.TryGetValue("X-Api-Key", out var key)
    private static bool IsTakenFromRequest(ILocalReferenceOperation reference) => RootOf(reference).Descendants().OfType<ILocalReferenceOperation>().Any(use => Same(use.Local, reference.Local)
        && (use.Parent is IDeclarationExpressionOperation declaration ? declaration.Parent : use.Parent) is IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance: { } part } }
        && IsRequestPart(part));

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    private static bool Same(ILocalSymbol one, ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static bool Refers(IOperation value, ILocalSymbol local) => value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(use => Same(use.Local, local));

    private static string? NameOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation { Arguments.Length: 1 } entry => entry.Arguments[0].Value.ConstantValue.Value as string,
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };
}
