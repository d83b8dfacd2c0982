using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Testing;

/// <summary>Compiles sources and runs all of the product over them, without the testing library's markup.</summary>
internal static class Sources
{
    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Test",
        [Tree(Prelude.Usings, Prelude.UsingsPath), .. sources.Select((source, i) => Tree(source, $"Test{i}.cs"))],
        References.All,
        Prelude.OptionsFor(sources));

    /// <summary>As <see cref="Compile"/>, on .NET Framework 4.8, without the usings of a web project.</summary>
    public static CSharpCompilation CompileOnNetFramework(params string[] sources) => CSharpCompilation.Create(
        "Test", sources.Select((source, i) => Tree(source, $"Test{i}.cs")), References.NetFramework, Prelude.OptionsFor(sources));

    public static SyntaxTree Tree(string source, string path) => CSharpSyntaxTree.ParseText(source, Prelude.ParseOptions, path);

    /// <summary>The findings of all rules, in the order of the text. An exception of an analyzer fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, AnalyzerOptions? settings = null)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(settings ?? new AnalyzerOptions([]), (exception, _, _) => failures.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(Shipped.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures.Select(failure => failure.ToString()));
        return [.. found.OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
    }
}
