using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Benchmarks;

/// <summary>Sources to compile: a sample, or as many copies of the clean one as make up a large project.</summary>
internal sealed partial class Corpus
{
    private const string OwnErrorCodes = "Common/ErrorCodes.cs";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, preprocessorSymbols:
        ["BACKENDSTANDARDS_ENVELOPE_TYPES", "BACKENDSTANDARDS_ENVELOPE_ASPNETCORE", "BACKENDSTANDARDS_ENVELOPE_PUBLIC", "NET", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "references.txt")).Where(IsNoneOfOurs).Select(path => MetadataReference.CreateFromFile(path))]);

    private readonly string _name;
    private readonly List<(string Path, SourceText Text)> _files;

    private Corpus(string name, IEnumerable<(string Path, string Text)> files)
    {
        _name = name;
        _files = [.. files.Select(file => (file.Path, SourceText.From(file.Text)))];
        _files.Add(("GlobalUsings.g.cs", SourceText.From(GlobalUsings)));
    }

    /// <summary>A sample as it is.</summary>
    public static Corpus Sample(string name) => new(name, Read(name).Concat(Envelope()));

    /// <summary>The clean sample, each copy in namespaces of its own; only the first keeps its top-level statements, and maps the controllers: an application does that once.</summary>
    public static Corpus Copies(int files)
    {
        var sample = Read("Storefront").ToList();
        return new("copies of Storefront", Enumerable.Range(0, (int)Math.Ceiling(files / (double)sample.Count))
            .SelectMany(copy => sample.Where(file => copy == 0 || file.Path != OwnErrorCodes).Select(file => ($"Copy{copy}/{file.Path}", Rename(file.Path, file.Text, copy))))
            .Concat(Envelope()));
    }

    /// <summary>Generated files with five sinks each, see <see cref="DenseSource"/>.</summary>
    public static Corpus Dense(int files) => new("dense flows", DenseSource.Files(files));

    /// <summary>The sources of a folder, which need not build: what cannot be bound costs every analyzer the same.</summary>
    public static Corpus Folder(string folder) => new(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))));

    /// <summary>A compilation of trees that no earlier pass has seen.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create("Corpus", _files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path)), References.Value,
        new CSharpCompilationOptions(HasProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, concurrentBuild: true, nullableContextOptions: NullableContextOptions.Enable));

    private bool HasProgram => _files.Any(file => Path.GetFileName(file.Path) == "Program.cs");

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{_name}: {_files.Count - 1:#,0} files, {_files.Sum(file => file.Text.Lines.Count):#,0} lines");

    private static IEnumerable<(string Path, string Text)> Read(string sample)
    {
        var folder = Path.Combine(Settings.Root, "samples", sample);
        return from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
               let path = Path.GetRelativePath(folder, file).Replace('\\', '/')
               where !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
               select (path, File.ReadAllText(file));
    }

    // What the package adds to the sample.
    private static IEnumerable<(string Path, string Text)> Envelope() =>
        from file in Directory.EnumerateFiles(Path.Combine(Settings.Root, "src", "BackendStandards.Generators", "Envelope"), "*.cs").Order(StringComparer.Ordinal)
        select ($"BackendStandards.{Path.GetFileNameWithoutExtension(file)}.g.cs", File.ReadAllText(file));

    private static string Rename(string path, string text, int copy)
    {
        var renamed = RootNamespace().Replace(text, $"Storefront{copy}");
        if (path != "Program.cs" || copy == 0) return renamed;

        // Usings stay on top, the statements become a method.
        var body = renamed.LastIndexOf("using Storefront", StringComparison.Ordinal);
        body = renamed.IndexOf('\n', body) + 1;
        renamed = ControllerMapping().Replace(renamed, "");
        return $"{renamed[..body]}namespace Storefront{copy} {{ internal static class Startup {{ public static async Task RunAsync(string[] args) {{\n{renamed[body..]}\n}} }} }}\n";
    }

    private static bool IsNoneOfOurs(string path) =>
        Path.GetFileName(path) is var name && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !name.StartsWith("BackendStandards", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=^(using|namespace) )Storefront\b", RegexOptions.Multiline)]
    private static partial Regex RootNamespace();

    [GeneratedRegex(@"^app\.MapControllers\(\).*$", RegexOptions.Multiline)]
    private static partial Regex ControllerMapping();

    private const string GlobalUsings = """
        // <auto-generated/>
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;
}
