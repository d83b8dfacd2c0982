using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using BackendStandards.Analyzers.Rules;
using BackendStandards.IntegrationTests.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.IntegrationTests;

/// <summary>What is in the package, and what its assemblies ask of the compiler that loads them.</summary>
public sealed class PackageTests
{
    // Everything that a compiler of the oldest supported version brings along; a name or a version beyond it and the package is silently not loaded there.
    private static readonly Dictionary<string, Version> Allowed = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 1),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
    };

    [Theory]
    [InlineData("BackendStandards.Analyzers")]
    [InlineData("BackendStandards.CodeFixes")]
    [InlineData("BackendStandards.Generators")]
    public void References_nothing_that_the_oldest_supported_compiler_lacks(string name)
    {
        using var archive = ZipFile.OpenRead(Repository.Package);
        using var bytes = new MemoryStream();
        archive.GetEntry($"analyzers/dotnet/cs/{name}.dll")!.Open().CopyTo(bytes);
        bytes.Position = 0;
        using var file = new PEReader(bytes);
        var reader = file.GetMetadataReader();

        var references = reader.AssemblyReferences.Select(reader.GetAssemblyReference).ToDictionary(reference => reader.GetString(reference.Name), reference => reference.Version);
        if (name == "BackendStandards.CodeFixes" && references.Remove("BackendStandards.Analyzers", out var own)) Assert.Equal(typeof(BackendAnalyzer).Assembly.GetName().Version, own);

        Assert.All(references, reference =>
        {
            Assert.True(Allowed.TryGetValue(reference.Key, out var highest), $"{reference.Key} {reference.Value} does not come with the compiler.");
            Assert.True(reference.Value <= highest, $"{reference.Key} {reference.Value} is newer than {highest}.");
        });
    }

    [Fact]
    public void Holds_the_three_assemblies_the_build_files_and_a_page_for_each_rule()
    {
        using var archive = ZipFile.OpenRead(Repository.Package);
        string[] expected =
        [
            "BackendStandards.nuspec", "README.md",
            "analyzers/dotnet/cs/BackendStandards.Analyzers.dll", "analyzers/dotnet/cs/BackendStandards.CodeFixes.dll", "analyzers/dotnet/cs/BackendStandards.Generators.dll",
            "buildTransitive/BackendStandards.Envelope.targets", "buildTransitive/BackendStandards.props", "buildTransitive/BackendStandards.targets",
            .. from profile in (string[])["minimal", "off", "recommended", "strict"] select $"buildTransitive/profiles/{profile}.globalconfig",
            .. RuleIds().Select(id => $"docs/rules/{id}.md"),
        ];

        // The container's own parts, which every package has.
        var actual = archive.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml");

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Is_a_development_dependency_without_dependencies()
    {
        using var archive = ZipFile.OpenRead(Repository.Package);
        using var stream = archive.GetEntry("BackendStandards.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();

        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal(Repository.Version, Value("version"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void No_assembly_names_a_folder_of_the_machine_that_built_it()
    {
        using var archive = ZipFile.OpenRead(Repository.Package);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var bytes = new MemoryStream();
            entry.Open().CopyTo(bytes);
            Assert.DoesNotContain(Repository.Root, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
        }
    }

    private static IEnumerable<string> RuleIds() => typeof(BackendAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics).Select(rule => rule.Id).Distinct();
}
