using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Benchmarks;

/// <summary>What is measured, how often, and where things lie.</summary>
internal static class Settings
{
    public const int Passes = 5;
    public const int Edits = 100;

    /// <summary>With all rules on, over the empty analyzer.</summary>
    public const double MaxRatio = 1.15;

    /// <summary>Where every file has sinks, over the compilation alone.</summary>
    public const double MaxDenseOverAlone = 2.0;

    /// <summary>An edited document, in milliseconds beyond the empty analyzer, by the number of files around it.</summary>
    public static readonly (int Files, double Milliseconds)[] MaxEdit = [(1000, 10), (4000, 15)];

    private static readonly Dictionary<string, string?> Metadata = typeof(Settings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .GroupBy(attribute => attribute.Key).ToDictionary(group => group.Key, group => group.First().Value);

    public static string Root => Metadata["RepositoryRoot"]!;

    public static string RoslynVersion => typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(3);

    /// <summary>The other analyzers, as <c>Name/version</c>.</summary>
    public static IEnumerable<string> Peers => Metadata["Peers"]!.Split(';');

    /// <summary>The folder of a package that the build fetched.</summary>
    public static string PackageFolder(string name, string version) => Path.Combine(Metadata["Packages"]!, name.ToLowerInvariant(), version);
}
