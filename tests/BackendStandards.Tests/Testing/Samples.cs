using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Tests.Testing;

/// <summary>The samples of the repository, compiled in memory as one compilation each.</summary>
internal static class Samples
{
    public static readonly Lazy<ImmutableArray<(string Path, string Text)>> Storefront = new(() => Read("Storefront"));

    public static readonly Lazy<ImmutableArray<(string Path, string Text)>> Violations = new(() => Read("Storefront.Violations"));

    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files)
    {
        var sources = files.ToList();
        return CSharpCompilation.Create("Sample",
            [Sources.Tree(Prelude.Usings, Prelude.UsingsPath), .. sources.Select(file => Sources.Tree(file.Text, file.Path)), .. Envelope.Trees],
            References.All,
            Prelude.OptionsFor(sources.Select(file => file.Text)));
    }

    private static ImmutableArray<(string, string)> Read(string sample)
    {
        var root = Repository.PathOf("samples", sample);
        return [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(root, file), File.ReadAllText(file)))];
    }
}
