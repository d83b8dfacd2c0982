using System.Diagnostics.CodeAnalysis;
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
    public static AnalyzerOptions Options { get; } = new([], new Provider());

    /// <summary>Whether a rule speaks in such projects alone.</summary>
    public static bool IsNeededBy(string rule) => rule == "BST2092";

    /// <summary>The compilation with what the JSON generator adds.</summary>
    public static Compilation WithJson(Compilation compilation)
    {
        CSharpGeneratorDriver.Create([Generator.Value.AsSourceGenerator()], parseOptions: Prelude.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return updated;
    }

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => ["build_property.PublishAot"];

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.PublishAot" ? "true" : null;
            return value is not null;
        }
    }
}
