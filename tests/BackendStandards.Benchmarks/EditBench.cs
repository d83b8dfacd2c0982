using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Benchmarks;

/// <summary>What an editor does while somebody types: one document changes, and only it is analysed again.</summary>
internal static class EditBench
{
    private const int WarmUp = 30;

    /// <summary>
    /// The median of the times with each set, and of what each edit takes beyond the first set: the two differ where some documents cost much and most cost little.
    /// </summary>
    public static async Task<List<(string Name, double Milliseconds, double BeyondFirst)>> RunAsync(Corpus corpus, IReadOnlyList<AnalyzerSet> sets)
    {
        var compilation = corpus.Compile();
        compilation.GetDiagnostics();
        var documents = compilation.SyntaxTrees.Where(HasBody).ToList();
        var times = sets.Select(_ => new List<double>()).ToList();
        for (var edit = 0; edit < WarmUp + Settings.Edits; edit++)
        {
            // Spread over the whole corpus; the same edits in every run.
            var document = documents[edit * 7919 % documents.Count];
            for (var i = 0; i < sets.Count; i++)
            {
                var time = await AnalyzeEditAsync(compilation, document, sets[i], edit);
                if (edit >= WarmUp) times[i].Add(time);
            }
        }
        return [.. sets.Zip(times, (set, measured) => (set.Name, Measured.Median(measured), Measured.Median([.. measured.Zip(times[0], (time, first) => time - first)])))];
    }

    private static async Task<double> AnalyzeEditAsync(CSharpCompilation compilation, SyntaxTree document, AnalyzerSet set, int edit)
    {
        var text = await document.GetTextAsync();
        var body = FirstBody(document)!;
        var changed = document.WithChangedText(text.WithChanges(new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), $" var typed{edit} = {edit};")));
        var clock = Stopwatch.StartNew();
        var edited = compilation.ReplaceSyntaxTree(document, changed);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var driver = new CompilationWithAnalyzers(edited, set.Analyzers, options);
        await driver.GetAnalyzerSyntaxDiagnosticsAsync(changed, CancellationToken.None);
        await driver.GetAnalyzerSemanticDiagnosticsAsync(edited.GetSemanticModel(changed), filterSpan: null, CancellationToken.None);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static bool HasBody(SyntaxTree tree) => FirstBody(tree) is not null;

    private static BlockSyntax? FirstBody(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Body).FirstOrDefault(body => body is not null);
}
