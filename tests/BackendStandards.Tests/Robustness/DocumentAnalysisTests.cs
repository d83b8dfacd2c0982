using System.Collections.Immutable;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Robustness;

/// <summary>What an editor sees is what a build sees: each finding appears when only its document is analysed, and in the same order on every run.</summary>
public class DocumentAnalysisTests
{
    [Fact]
    public async Task Every_finding_appears_when_only_its_document_is_analysed()
    {
        var compilation = Samples.Compile(Samples.Violations.Value);
        var all = (await Sources.AnalyzeAsync(compilation)).Select(Describe).Order(StringComparer.Ordinal).ToList();
        var each = new List<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            // A new analysis for each document: nothing found on the way to another counts.
            var analysis = compilation.WithAnalyzers(Shipped.Analyzers, new AnalyzerOptions([]));
            each.AddRange((await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None)).Select(Describe));
            each.AddRange((await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None)).Select(Describe));
        }
        Assert.NotEmpty(all);
        Assert.Equal(all, each.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Runs_agree()
    {
        var first = (await Sources.AnalyzeAsync(Samples.Compile(Samples.Violations.Value))).Select(Describe).ToImmutableArray();
        for (var run = 0; run < 3; run++)
            Assert.Equal(first, (await Sources.AnalyzeAsync(Samples.Compile(Samples.Violations.Value))).Select(Describe));
    }

    private static string Describe(Diagnostic finding) =>
        $"{finding.Location.GetLineSpan()} {finding.Id} {finding.Severity} {finding.GetMessage()} [{string.Join(" ", finding.AdditionalLocations.Select(location => location.GetLineSpan()))}]";
}
