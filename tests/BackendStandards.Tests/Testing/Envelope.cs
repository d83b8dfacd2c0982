using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Tests.Testing;

/// <summary>The sources of the response envelope, as a project in the mode <c>full</c> has them.</summary>
internal static class Envelope
{
    private static readonly string[] Symbols =
    [
        "BACKENDSTANDARDS_ENVELOPE_TYPES", "BACKENDSTANDARDS_ENVELOPE_ASPNETCORE", "BACKENDSTANDARDS_ENVELOPE_PUBLIC",
        "NET", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER",
    ];

    private static readonly Lazy<ImmutableArray<SyntaxTree>> Parsed = new(() =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src", "BackendStandards.Generators", "Envelope"), "*.cs").Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Prelude.ParseOptions.WithPreprocessorSymbols(Symbols), $"BackendStandards.{Path.GetFileNameWithoutExtension(file)}.g.cs")),
    ]);

    /// <summary>The sources, parsed once.</summary>
    public static ImmutableArray<SyntaxTree> Trees => Parsed.Value;
}
