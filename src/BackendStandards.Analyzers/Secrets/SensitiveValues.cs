using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Tells by names, types and attributes whether an expression hands out what must not be seen.</summary>
/// <param name="names">Which names are sensitive.</param>
/// <param name="ignored">Names that are not, as written in the code.</param>
/// <param name="readsMarks">Whether attributes on members count beside their names.</param>
internal sealed class SensitiveValues(Func<string, bool> names, ImmutableHashSet<string> ignored, bool readsMarks)
{
    private const int DataTypePassword = 11;

    private static readonly ImmutableHashSet<string> TextTypes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "StringValues", "AuthenticationHeaderValue");

    private static readonly ImmutableHashSet<string> Buffers = ImmutableHashSet.Create(StringComparer.Ordinal, "Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory");

    private static readonly ImmutableHashSet<string> SameText = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ToString", "Trim", "TrimStart", "TrimEnd", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Normalize", "PadLeft", "PadRight", "AsSpan");

    private static readonly ImmutableHashSet<string> SameBytes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ToBase64String", "ToHexString", "GetString", "GetBytes", "FromBase64String", "FromHexString", "EscapeDataString", "UrlEncode");

    private static readonly ImmutableHashSet<string> Lookups = ImmutableHashSet.Create(StringComparer.Ordinal, "GetValue", "GetEnvironmentVariable", "GetSecret", "GetRequiredValue");

    /// <summary>Passwords, tokens, keys, and what is marked as sensitive.</summary>
    public static SensitiveValues Credentials(ImmutableHashSet<string> further, ImmutableHashSet<string> ignored) => new(name => SensitiveNames.IsSensitive(name, further), ignored, readsMarks: true);

    /// <summary>What must not be seen in an object: credentials, and the numbers of documents, cards and accounts.</summary>
    public static SensitiveValues InObjects(ImmutableHashSet<string> further, ImmutableHashSet<string> ignored) =>
        new(name => SensitiveNames.IsSensitive(name, further) || PersonalNames.IsNumber(name), ignored, readsMarks: true);

    /// <summary>What identifies a person.</summary>
    public static SensitiveValues Personal(bool strict, ImmutableHashSet<string> ignored) => new(name => PersonalNames.Is(name, strict), ignored, readsMarks: false);

    /// <summary>The name of the secret that an expression hands out, or null.</summary>
    public string? NameOf(IOperation? value) => value is null || value.ConstantValue.HasValue ? null : value switch
    {
        IConversionOperation conversion => NameOf(conversion.Operand),
        IParenthesizedOperation inner => NameOf(inner.Operand),
        IAwaitOperation awaited => NameOf(awaited.Operation),
        ICoalesceOperation either => NameOf(either.Value) ?? NameOf(either.WhenNull),
        IConditionalOperation either => NameOf(either.WhenTrue) ?? NameOf(either.WhenFalse),
        IConditionalAccessOperation access => NameOf(access.WhenNotNull) ?? (access.WhenNotNull is IInvocationOperation { TargetMethod.Name: var name } && SameText.Contains(name) ? NameOf(access.Operation) : null),
        ILocalReferenceOperation local => Named(local.Local, local.Type),
        IParameterReferenceOperation parameter => Named(parameter.Parameter, parameter.Type),
        IFieldReferenceOperation field => Named(field.Field, field.Type),
        IPropertyReferenceOperation { Arguments.Length: 1 } lookup => IsText(lookup.Type) ? Key(lookup.Arguments[0].Value) : null,
        IPropertyReferenceOperation property => Named(property.Property, property.Type),
        IInvocationOperation call => NameOfResult(call),
        _ => null,
    };

    /// <summary>Whether the name alone tells a secret.</summary>
    public bool IsSensitive(string name) => !ignored.Contains(name) && names(name);

    /// <summary>
    /// Whether a value that goes by a sensitive name may be taken for the secret: a text that is no constant, is not masked and has no name that tells otherwise.
    /// </summary>
    public bool MayBeSecret(IOperation value)
    {
        while (value is IConversionOperation { Operand: var operand }) value = operand;
        return !value.ConstantValue.HasValue && IsText(value.Type) && value switch
        {
            ILocalReferenceOperation local => MayBeSecret(local.Local),
            IParameterReferenceOperation parameter => MayBeSecret(parameter.Parameter),
            IFieldReferenceOperation field => MayBeSecret(field.Field),
            IPropertyReferenceOperation property => MayBeSecret(property.Property),
            _ => false,
        };
    }

    private bool MayBeSecret(ISymbol symbol) => !SensitiveNames.IsDescriptive(symbol.Name) && !ignored.Contains(symbol.Name);

    private string? NameOfResult(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (SensitiveNames.IsMasking(method.Name) || SensitiveNames.IsMasking(method.ContainingType.Name)) return null;
        if (SameText.Contains(method.Name) && call.Instance is { } receiver) return NameOf(receiver);
        if (SameBytes.Contains(method.Name) && call.Arguments.Length > 0) return NameOf(call.Arguments[0].Value);
        if (!IsText(Awaited(method.ReturnType))) return null;
        if (Lookups.Contains(method.Name))
            return call.Arguments.Select(argument => Key(argument.Value)).FirstOrDefault(key => key is not null);
        return !ignored.Contains(method.Name) && SensitiveNames.IsProducer(method.Name, names) ? method.Name : null;
    }

    /// <summary>The name of a member whose value must not be seen; null for another.</summary>
    public string? NameOf(ISymbol member) => Named(member, member switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null });

    private string? Named(ISymbol symbol, ITypeSymbol? type) =>
        (readsMarks && IsMarked(symbol)) || (IsText(type) && IsSensitive(symbol.Name)) ? symbol.Name : null;

    // configuration["Mail:Password"], headers["X-Api-Key"]
    private string? Key(IOperation key) => key.ConstantValue is { HasValue: true, Value: string text } && IsSensitive(text) ? text : null;

    private static bool IsMarked(ISymbol symbol)
    {
        if (symbol is not (IPropertySymbol or IFieldSymbol or IParameterSymbol)) return false;
        if (symbol.GetAttributes().Any(attribute => Marks(attribute, symbol))) return true;
        return symbol is IPropertySymbol { ContainingType.IsRecord: true } property && property.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Any(parameter => parameter.Name == property.Name && parameter.GetAttributes().Any(attribute => Marks(attribute, symbol)));
    }

    private static bool Marks(AttributeData attribute, ISymbol symbol)
    {
        if (attribute.AttributeClass is not { } type) return false;
        switch (type.Name)
        {
            case "SensitiveAttribute" or "SensitiveDataAttribute":
                return true;
            case "DataTypeAttribute":
                return attribute.ConstructorArguments.Any(argument => argument.Value is DataTypePassword);
            // On the framework's own user it marks the e-mail address and the name too: only what the application itself has marked is meant.
            case "PersonalDataAttribute" or "ProtectedPersonalDataAttribute":
                return symbol.Locations.Any(location => location.IsInSource);
        }
        for (var up = type.BaseType; up is not null; up = up.BaseType)
            if (up.Name == "DataClassificationAttribute")
                return !type.Name.StartsWith("Public", StringComparison.Ordinal) && !type.Name.StartsWith("No", StringComparison.Ordinal);
        return false;
    }

    private static ITypeSymbol Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results } ? results[0] : type;

    /// <summary>Whether a value of this type is a text, or characters or bytes that may be one.</summary>
    public static bool IsText(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        IArrayTypeSymbol array => IsCharacter(array.ElementType),
        INamedTypeSymbol { TypeArguments: { Length: 1 } elements } buffer => Buffers.Contains(buffer.Name) ? IsCharacter(elements[0])
            : buffer.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && IsText(elements[0]),
        INamedTypeSymbol named => TextTypes.Contains(named.Name),
        _ => false,
    };

    private static bool IsCharacter(ITypeSymbol type) => type.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;
}
