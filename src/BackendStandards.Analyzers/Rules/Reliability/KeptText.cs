using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>
/// Tells steps that hand a text on as it is from those that make something else of it: a hash, a mask, a part, the answer to a request that carried it.
/// Of libraries only what is listed keeps a text.
/// </summary>
internal sealed class KeptText(CodeBase code)
{
    private static readonly ImmutableHashSet<string> OfTexts = Set(
        "Concat", "Format", "Join", "Trim", "TrimStart", "TrimEnd", "ToUpper", "ToUpperInvariant", "ToLower", "ToLowerInvariant", "ToString", "Normalize", "Insert", "PadLeft", "PadRight", "ToCharArray", "Copy", "Intern",
        "Append", "AppendFormat", "AppendLine", "AppendJoin", "Clone");

    private static readonly ImmutableHashSet<string> OfSequences = Set(
        "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault", "ToList", "ToArray", "Peek", "Dequeue", "Pop", "GetValueOrDefault", "GetValue", "get_Item");

    private static readonly ImmutableHashSet<string> Wrapping = Set("Value", "Key", "Result", "Current", "Item1", "Item2", "Item3", "Item4", "Password", "SecurePassword", "Length", "Count");

    /// <summary>Whether a library's method gives the text that it is given.</summary>
    public static bool Keeps(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return type.SpecialType is SpecialType.System_String or SpecialType.System_Object ? OfTexts.Contains(method.Name) : type.Name switch
        {
            "StringBuilder" => OfTexts.Contains(method.Name),
            "Encoding" or "UTF8Encoding" or "UnicodeEncoding" or "ASCIIEncoding" => method.Name is "GetString" or "GetBytes" or "GetChars",
            "Convert" => method.Name is "ToString" or "ToBase64String" or "FromBase64String" or "ToHexString" or "ToHexStringLower" or "FromHexString",
            "Marshal" => method.Name.StartsWith("PtrToString", StringComparison.Ordinal) || method.Name.StartsWith("SecureStringTo", StringComparison.Ordinal),
            "Task" or "ValueTask" => method.Name is "FromResult" or "ConfigureAwait" or "GetAwaiter",
            "TaskAwaiter" => method.Name == "GetResult",
            "SecureString" => true,
            "Enumerable" => OfSequences.Contains(method.Name),
            _ => IsCollection(type) && OfSequences.Contains(method.Name),
        };
    }

    /// <summary>Whether everything that an expression does with texts keeps them.</summary>
    public bool In(IOperation expression, CancellationToken cancellation)
    {
        foreach (var operation in expression.DescendantsAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IInvocationOperation call when SensitiveNames.IsMasking(call.TargetMethod.Name) || SensitiveNames.IsMasking(call.TargetMethod.ContainingType.Name): return false;
                case IInvocationOperation call when IsInSource(call.TargetMethod): if (!Returns(call.TargetMethod, cancellation)) return false; break;
                case IInvocationOperation call when !Keeps(call.TargetMethod): return false;
                case IObjectCreationOperation { Type: { } type } when !IsInSource(type) && !IsHolder(type): return false;
                case IPropertyReferenceOperation { Property: var property } when !IsInSource(property) && property.Parameters.IsEmpty && !property.IsStatic && !Wrapping.Contains(property.Name): return false;
                case IAnonymousFunctionOperation or IDynamicInvocationOperation: return false;
                // A part of it, or a piece of its beginning.
                case IRangeOperation: return false;
                case ILocalReferenceOperation local when IsFilledByLibrary(local): return false;
            }
        }
        return true;
    }

    // What a method of ours returns; what its variables hold are steps of their own.
    private bool Returns(IMethodSymbol method, CancellationToken cancellation)
    {
        if (code.BodyOf(method, cancellation)?.Root is not { } body) return false;
        foreach (var operation in body.Descendants())
            if (operation is IReturnOperation { ReturnedValue: { } returned } && returned.Descendants().Prepend(returned).Any(Changes)) return false;
        return true;
    }

    private static bool Changes(IOperation operation) => operation switch
    {
        IInvocationOperation call => SensitiveNames.IsMasking(call.TargetMethod.Name) || SensitiveNames.IsMasking(call.TargetMethod.ContainingType.Name) || (!IsInSource(call.TargetMethod) && !Keeps(call.TargetMethod)),
        IObjectCreationOperation { Type: { } type } => !IsInSource(type) && !IsHolder(type),
        IPropertyReferenceOperation { Property: var property } => !IsInSource(property) && property.Parameters.IsEmpty && !property.IsStatic && !Wrapping.Contains(property.Name),
        IRangeOperation => true,
        _ => false,
    };

    // cache.TryGetValue(token, out user): what comes out is not what went in.
    private static bool IsFilledByLibrary(ILocalReferenceOperation local)
    {
        IOperation top = local;
        while (top.Parent is { } up) top = up;
        foreach (var operation in top.Descendants())
            if (operation is IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In), Parent: IInvocationOperation call } argument && !IsInSource(call.TargetMethod)
                && argument.Value is ILocalReferenceOperation or IDeclarationExpressionOperation
                && argument.Value.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local))) return true;
        return false;
    }

    private static bool IsHolder(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type.Name is "StringBuilder" or "NetworkCredential" or "SecureString" or "KeyValuePair" || IsCollection(type);

    private static bool IsCollection(ITypeSymbol type) => type.ContainingNamespace is { Name: "Collections" or "Generic" or "Concurrent" };

    private static bool IsInSource(ISymbol symbol) => symbol.Locations.Any(location => location.IsInSource);

    private static ImmutableHashSet<string> Set(params string[] names) => ImmutableHashSet.Create(StringComparer.Ordinal, names);
}
