using System.Collections.Immutable;
using BackendStandards.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Benchmarks;

/// <summary>Analyzers that run together, under one name.</summary>
internal sealed record AnalyzerSet(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>All of ours, with every rule on.</summary>
    public static AnalyzerSet Ours() => new("ours, all rules on", [.. typeof(BackendAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))).OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)]);

    /// <summary>For each of ours one that listens to the same things and does nothing: what it registers is recorded from ours, so the two stay in step.</summary>
    public static AnalyzerSet Empty(AnalyzerSet ours, Corpus corpus)
    {
        var compilation = corpus.Compile();
        return new("empty, listening to the same", [.. ours.Analyzers.Select(analyzer => (DiagnosticAnalyzer)new EmptyAnalyzer(Registrations.Of(analyzer, compilation)))]);
    }

    /// <summary>The analyzers of another package, given as <c>Name/version</c>, in a load context of their own.</summary>
    public static AnalyzerSet Peer(string package)
    {
        var (name, version) = (package[..package.IndexOf('/')], package[(package.IndexOf('/') + 1)..]);
        var folder = Settings.PackageFolder(name, version);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"{package} was not fetched: run 'sh build.cmd bench'.");
        var loader = new PeerLoader(name);
        var files = PeerLoader.Assemblies(folder).ToList();
        foreach (var file in files) loader.AddDependencyLocation(file);
        return new($"{name} {version}", [.. files.SelectMany(file => new AnalyzerFileReference(file, loader).GetAnalyzers(LanguageNames.CSharp))]);
    }
}
