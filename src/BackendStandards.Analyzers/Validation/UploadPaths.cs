using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>The paths that files are written to.</summary>
internal static class UploadPaths
{
    private static readonly string[] Cleaners = ["GetInvalidFileNameChars", "GetInvalidPathChars", "GetRelativePath", ".."];

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

    /// <summary>Whether the member around a place takes out what no file name may hold, or asks whether a path stayed in its folder.</summary>
    public static bool AreCleaned(SyntaxNode place)
    {
        if (place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member) return false;
        var words = new HashSet<string>(member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        return Cleaners.Any(words.Contains) || (words.Contains("StartsWith") && words.Contains("GetFullPath"));
    }
}
