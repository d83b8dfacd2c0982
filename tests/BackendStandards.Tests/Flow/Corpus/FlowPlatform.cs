using System.Collections.Immutable;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>What shapes are compiled against, with the sources and sinks there are.</summary>
/// <param name="Name">The name in tests, and of the file that sources and sinks stand on.</param>
/// <param name="Usings">The usings that the SDK would add.</param>
/// <param name="References">The framework and the libraries.</param>
/// <param name="Inputs">The first runs with every shape of the platform.</param>
/// <param name="Sinks">The first runs with every shape of the platform.</param>
internal sealed record FlowPlatform(string Name, string Usings, ImmutableArray<MetadataReference> References, ImmutableArray<FlowSource> Inputs, ImmutableArray<FlowSink> Sinks)
{
    private readonly Lazy<CSharpCompilation> _library = new(() => CSharpCompilation.Create(
        "Corpus",
        [Sources.Tree(Usings, Prelude.UsingsPath), Sources.Tree(File.ReadAllText(Path.Combine(FlowCorpus.Folder, "Support", Name + ".cs")), "Shop.cs")],
        References,
        Prelude.OptionsFor([])));

    /// <summary>ASP.NET Core.</summary>
    public static readonly FlowPlatform Today = new("AspNetCore", Prelude.Usings, Testing.References.All, FlowSource.All, FlowSinks.All);

    /// <summary>.NET Framework.</summary>
    public static readonly FlowPlatform NetFramework = new("NetFramework", NetFrameworkTables.Usings, Managed(Testing.References.NetFramework), NetFrameworkTables.Inputs, NetFrameworkTables.Sinks);

    /// <summary>A compilation to add shapes to: all that come of it share the symbols of the references.</summary>
    public CSharpCompilation Library => _library.Value;

    /// <summary>Two of System.EnterpriseServices' files hold native code.</summary>
    private static ImmutableArray<MetadataReference> Managed(ImmutableArray<MetadataReference> all) =>
        [.. all.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("System.EnterpriseServices", StringComparison.Ordinal))];

    public override string ToString() => Name;
}
