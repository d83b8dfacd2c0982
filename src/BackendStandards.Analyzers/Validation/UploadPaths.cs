using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>The paths that files are written to.</summary>
internal static class UploadPaths
{
    /// <summary>The path that a call writes to; null where it writes none.</summary>
    public static IOperation? Of(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (method.ContainingType is not { ContainingNamespace.Name: "IO" } type) return null;
        var writes = type.Name switch
        {
            "FileStream" or "FileInfo" or "StreamWriter" => method.MethodKind == MethodKind.Constructor,
            "File" => method.Name is "Create" or "Open" or "OpenWrite" or "Move" or "Copy" || method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Append", StringComparison.Ordinal),
            _ => false,
        };
        return writes ? arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "path" or "fileName" or "destFileName")?.Value : null;
    }

    /// <summary>Whether the function around a place takes out what no file name may hold, or asks whether a path stayed in its folder.</summary>
    public static bool AreCleaned(SyntaxNode place) => place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantTokens().Any(static token => token.ValueText is "GetInvalidFileNameChars" or "GetInvalidPathChars" or ".." or "GetRelativePath" || (token.ValueText == "StartsWith" && token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTokens().Any(static other => other.ValueText == "GetFullPath") == true));
}
