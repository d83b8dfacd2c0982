using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Benchmarks;

/// <summary>Loads one package's analyzers; Roslyn itself comes from the host.</summary>
internal sealed partial class PeerLoader : IAnalyzerAssemblyLoader
{
    private readonly AssemblyLoadContext _context;
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

    public PeerLoader(string name)
    {
        _context = new AssemblyLoadContext(name);
        _context.Resolving += (context, wanted) => wanted.Name is { } simple && _paths.TryGetValue(simple, out var path) ? context.LoadFromAssemblyPath(path) : null;
    }

    /// <summary>The C# assemblies of a package; of those kept for several compilers, the ones for the newest that this host is.</summary>
    public static IEnumerable<string> Assemblies(string folder)
    {
        var host = typeof(CSharpCompilation).Assembly.GetName().Version!;
        var files = Directory.EnumerateFiles(Path.Combine(folder, "analyzers"), "*.dll", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".resources.dll", StringComparison.Ordinal) && !file.Replace('\\', '/').Contains("/vb/", StringComparison.Ordinal))
            .Select(file => (Path: file, Compiler: Compiler().Match(file) is { Success: true } match ? Version.Parse(match.Groups[1].Value) : null)).ToList();
        var newest = files.Where(file => file.Compiler <= host).Max(file => file.Compiler);
        return files.Where(file => file.Compiler is null || file.Compiler == newest).Select(file => file.Path).Order(StringComparer.Ordinal);
    }

    public void AddDependencyLocation(string fullPath) => _paths[Path.GetFileNameWithoutExtension(fullPath)] = fullPath;

    public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);

    [GeneratedRegex(@"roslyn(\d+\.\d+)")]
    private static partial Regex Compiler();
}
