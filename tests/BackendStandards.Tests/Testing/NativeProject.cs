using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Testing;

/// <summary>What a project with <c>PublishAot</c> has besides: the property, as the package makes it visible, and the sources of the JSON generator.</summary>
internal static class NativeProject
{

    private static readonly Lazy<IIncrementalGenerator> Generator = new(() =>
    {
        var assembly = Assembly.LoadFrom(Path.GetFullPath(Path.Combine(Repository.Setting("NetCoreReferences"), "..", "..", "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll")));
        return (IIncrementalGenerator)Activator.CreateInstance(assembly.GetTypes().Single(type => type.GetInterfaces().Contains(typeof(IIncrementalGenerator)) && !type.IsAbstract))!;
    });

    /// <summary>The options of such a project.</summary>
    public static AnalyzerOptions Options { get; } = OptionValues.Of(("build_property.PublishAot", "true"));

    /// <summary>Whether a rule speaks in such projects alone.</summary>
    public static bool IsNeededBy(string rule) => rule == "BST2092";

    /// <summary>The compilation with what the JSON generator adds.</summary>
    public static Compilation WithJson(Compilation compilation)
    {
        CSharpGeneratorDriver.Create([Generator.Value.AsSourceGenerator()], parseOptions: Prelude.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return updated;
    }
}
