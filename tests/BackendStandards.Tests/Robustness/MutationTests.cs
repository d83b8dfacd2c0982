using System.Collections.Immutable;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Robustness;

/// <summary>
/// Half-typed code must not break the product: some thousands of mutated files of the samples go through all rules, each inside its own
/// compilation with the other files whole, as in an editor. The mutations are the same on every run.
/// </summary>
public class MutationTests
{
    // Some thousands on the current Roslyn; the floor's leg repeats a part of them.
    private static readonly int MutationsOfAFile = typeof(SyntaxTree).Assembly.GetName().Version is { Major: >= 5 } ? 24 : 8;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Truncated_and_mutated_samples_raise_no_exception(int quarter)
    {
        foreach (var sample in new[] { Samples.Storefront, Samples.Violations })
        {
            var whole = Samples.Compile(sample.Value);
            foreach (var tree in whole.SyntaxTrees.Skip(1).Where((_, i) => i % 4 == quarter))
                foreach (var text in Mutations(tree))
                    await AnalyzeDocumentAsync(whole.ReplaceSyntaxTree(tree, Sources.Tree(text, tree.FilePath)), tree.FilePath, text);
        }
    }

    private static IEnumerable<string> Mutations(SyntaxTree tree)
    {
        var text = tree.ToString();
        var tokens = tree.GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToImmutableArray();
        // A fixed seed by the file's length: every run, and every machine, sees the same.
        var random = new Random(text.Length);
        for (var i = 0; i < MutationsOfAFile; i++)
        {
            var token = tokens[random.Next(tokens.Length)];
            yield return (i % 4) switch
            {
                0 => text[..token.SpanStart],
                1 => text.Remove(token.SpanStart, token.Span.Length),
                2 => text.Insert(token.Span.End, " " + tokens[random.Next(tokens.Length)].Text),
                _ => text.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, tokens[random.Next(tokens.Length)].Text),
            };
        }
    }

    private static async Task AnalyzeDocumentAsync(Compilation compilation, string path, string text)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => failures.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers(Shipped.Analyzers, options);
        var tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None);
        await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None);
        Assert.True(failures.Count == 0, $"{path}:\n{failures.FirstOrDefault()}\n\n{text}");
    }
}
