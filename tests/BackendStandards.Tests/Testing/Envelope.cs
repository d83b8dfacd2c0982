using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Testing;

/// <summary>The sources of the response envelope, as a project in the mode <c>full</c> has them: the symbols are defined in the text.</summary>
internal static class Envelope
{
    private static readonly string[] Symbols =
    [
        "BACKENDSTANDARDS_ENVELOPE_TYPES", "BACKENDSTANDARDS_ENVELOPE_ASPNETCORE", "BACKENDSTANDARDS_ENVELOPE_PUBLIC",
        "NET", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER",
    ];

    private static readonly Lazy<ImmutableArray<(string Path, string Text)>> Read = new(() =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src", "BackendStandards.Generators", "Envelope"), "*.cs").Order(StringComparer.Ordinal)
            .Select(file => ($"BackendStandards.{Path.GetFileNameWithoutExtension(file)}.g.cs", string.Concat(Symbols.Select(symbol => $"#define {symbol}\n")) + File.ReadAllText(file))),
    ]);

    private static readonly Lazy<ImmutableArray<SyntaxTree>> Parsed = new(() => [.. Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Prelude.ParseOptions, file.Path))]);

    /// <summary>The sources.</summary>
    public static ImmutableArray<(string Path, string Text)> Files => Read.Value;

    /// <summary>The sources, parsed once.</summary>
    public static ImmutableArray<SyntaxTree> Trees => Parsed.Value;

    /// <summary>Whether the rule speaks where the envelope is.</summary>
    public static bool IsNeededBy(string rule) => rule.StartsWith("BST20", StringComparison.Ordinal);

    /// <summary>Adds the sources to what a test compiles.</summary>
    public static void AddTo(SolutionState state)
    {
        foreach (var file in Files) state.Sources.Add((file.Path, file.Text));
    }
}
