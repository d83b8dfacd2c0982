using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>The library methods that give back a constant for a constant: a known text encoded is as known as before.</summary>
internal static class Decoders
{
    private static readonly ImmutableDictionary<string, string[]> Methods = new Dictionary<string, string[]>
    {
        ["Encoding"] = ["GetBytes", "GetString", "GetChars"],
        ["ASCIIEncoding"] = ["GetBytes", "GetString"],
        ["UTF8Encoding"] = ["GetBytes", "GetString"],
        ["UnicodeEncoding"] = ["GetBytes", "GetString"],
        ["Convert"] = ["FromBase64String", "FromHexString", "ToBase64String", "ToHexString", "ToString"],
        ["String"] = ["ToCharArray", "Trim", "TrimEnd", "TrimStart", "PadRight", "PadLeft", "Substring", "Replace", "Remove", "ToLowerInvariant", "ToUpperInvariant", "ToLower", "ToUpper", "ToString", "Clone", "Copy", "Intern", "Normalize", "AsSpan"],
        ["Object"] = ["ToString"],
        ["MemoryExtensions"] = ["AsSpan", "AsMemory", "TrimEnd", "Trim"],
        ["Enumerable"] = ["ToArray", "Take", "Skip"],
        ["ReadOnlySpan"] = ["ToArray", "Slice", "ToString"],
        ["Span"] = ["ToArray", "Slice", "ToString"],
        ["Array"] = ["Clone"],
        ["Task"] = ["FromResult", "ConfigureAwait"],
        ["ValueTask"] = ["FromResult"],
        ["Base64UrlEncoder"] = ["DecodeBytes", "Decode"],
        ["Base64Url"] = ["DecodeFromChars"],
        ["WebEncoders"] = ["Base64UrlDecode"],
        ["MD5"] = ["HashData"],
        ["SHA1"] = ["HashData"],
        ["SHA256"] = ["HashData"],
        ["SHA384"] = ["HashData"],
        ["SHA512"] = ["HashData"],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Whether a method is one.</summary>
    public static bool Include(IMethodSymbol method) => Methods.TryGetValue(method.ContainingType.Name, out var names) && names.Contains(method.Name);

    /// <summary>What a call of one decodes; null where the call is another, or more than its input decides.</summary>
    public static IOperation? Input(IInvocationOperation call)
    {
        if (!Include(call.TargetMethod)) return null;
        var input = call.Instance is { } instance && IsText(instance.Type) ? instance : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        return call.Arguments.All(argument => argument.Value == input || argument.Value.ConstantValue.HasValue || argument.ArgumentKind == ArgumentKind.DefaultValue || IsWhole(argument.Value)) ? input : null;
    }

    private static bool IsText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or IArrayTypeSymbol || type?.Name is "ReadOnlySpan" or "Span" or "Task" or "ValueTask";

    // Substring(0, text.Length): numbers only say how much of it.
    private static bool IsWhole(IOperation argument) => argument.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Char;
}
