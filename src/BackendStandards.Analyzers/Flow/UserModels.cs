using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Flow;

/// <summary>The user's own <c>.model</c> files, which the project passes as additional files.</summary>
internal static class UserModels
{
    /// <summary>Longer files are not read, in characters.</summary>
    public const int LongestText = 1_000_000;

    /// <summary>What a source may be.</summary>
    public static readonly ImmutableArray<string> Tiers = ImmutableArray.Create("request", "external");

    /// <summary>Whether a file holds rows, by its ending.</summary>
    public static bool IsModel(string path) => path.EndsWith(".model", StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows of all of them, in the order of their paths; lines that are none are left out.</summary>
    public static ImmutableArray<ModelRow> Read(AnalyzerOptions options, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ModelRow>();
        foreach (var file in options.AdditionalFiles.Where(file => IsModel(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal))
            if (file.GetText(cancellation) is { Length: <= LongestText } text)
                rows.AddRange(ModelParser.Parse(text.ToString()).Rows.Where(row => row.Kind != RowKind.Source || Tiers.Contains(row.Detail)));
        return rows.ToImmutable();
    }
}
