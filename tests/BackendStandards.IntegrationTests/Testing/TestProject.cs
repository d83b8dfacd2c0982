using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.IntegrationTests.Testing;

/// <summary>
/// A project in a folder of its own that references the packed package, as a stranger's would: no setting of the repository reaches it.
/// Packages come from the feed and the cache that the build prepared, never from a network.
/// </summary>
internal sealed class TestProject
{
    /// <summary>Arguments that leave behind what <see cref="Compilation"/> reads.</summary>
    public static readonly string[] KeepsCompilation =
    [
        "-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=obj/generated",
        "-getItem:Compile", "-getItem:ReferencePathWithRefAssemblies", "-getResultOutputFile:items.json",
    ];

    // Generated sources may intercept calls, which the compiler wants to be told; those of the envelope ask for symbols.
    private static readonly CSharpParseOptions ParseOptions =
        new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["BACKENDSTANDARDS_ENVELOPE_TYPES", "BACKENDSTANDARDS_ENVELOPE_ASPNETCORE", "BACKENDSTANDARDS_ENVELOPE_PUBLIC", "NET", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]).WithFeatures([new("InterceptorsNamespaces", "Microsoft.AspNetCore;Microsoft.Extensions")]);

    private TestProject(string name) => Folder = Repository.PathOf("artifacts", "integration", name);

    public string Folder { get; }

    /// <summary>A copy of a sample.</summary>
    public static TestProject FromSample(string sample, string name)
    {
        var project = new TestProject(name);
        project.Prepare();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("samples"), "Directory.*").Append(Repository.PathOf("samples", ".editorconfig")))
            File.Copy(file, Path.Combine(project.Folder, Path.GetFileName(file)));
        project.Copy(Repository.PathOf("samples", sample));
        return project;
    }

    /// <summary>A small project of the given files.</summary>
    public static TestProject FromFiles(string name, params (string Path, string Content)[] files)
    {
        var project = new TestProject(name);
        project.Prepare();
        project.Write("Directory.Build.props", "<Project />");
        project.Write("Directory.Build.targets", "<Project />");
        project.Write("Directory.Packages.props", "<Project />");
        project.Write("Small.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="BackendStandards" Version="{Repository.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (path, content) in files) project.Write(path, content);
        return project;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
    }

    /// <summary>Restores and builds, with the given arguments besides, and reads the log that the compiler wrote.</summary>
    public async Task<BuildResult> BuildAsync(params string[] arguments)
    {
        var log = PathOf("findings.sarif");
        File.Delete(log);
        var result = await DotnetCli.RunAsync(Folder, ["build", "--no-incremental", "-v", "m", "-m:1", $"-p:ErrorLog={log}%2cversion=2.1", .. arguments]);
        return new(result, File.Exists(log) ? SarifLog.Read(log, Folder) : null);
    }

    /// <summary>The compilation that the last build made: its sources, generated ones included, and its references. The build must have had <see cref="KeepsCompilation"/>.</summary>
    public CSharpCompilation Compilation()
    {
        using var items = JsonDocument.Parse(File.ReadAllText(PathOf("items.json")));
        IEnumerable<string> Items(string name) => items.RootElement.GetProperty("Items").GetProperty(name).EnumerateArray().Select(item => item.GetProperty("FullPath").GetString()!).ToList();
        var sources = Items("Compile").Concat(Directory.EnumerateFiles(PathOf("obj/generated"), "*.cs", SearchOption.AllDirectories)).Distinct();
        return CSharpCompilation.Create("Sample", sources.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), ParseOptions, path)),
            Items("ReferencePathWithRefAssemblies").Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    private void Prepare()
    {
        Assert.True(File.Exists(Repository.Package), "There is no package to test: run 'sh build.cmd test', or 'dotnet test' on this project.");
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Repository.PathOf("artifacts", "sample-packages")}" /></config>
              <packageSources><clear /><add key="packed" value="{Repository.Feed}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
    }

    private void Copy(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj") continue;
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
            File.Copy(file, PathOf(relative));
        }
    }
}
