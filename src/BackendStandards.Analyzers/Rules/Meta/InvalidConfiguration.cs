using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Rules.Meta;

/// <summary>BST0001: a <c>backend_standards.*</c> setting that no rule reads, or whose value cannot be used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidConfiguration() : BackendAnalyzer(RuleCatalog.InvalidConfiguration)
{
    private protected override void Start(RuleRegistration registration)
    {
        var compilation = registration.Compilation;
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        var faults = new Fact<ILookup<SyntaxTree, string>>(cancellation => Faults(compilation, options, cancellation));
        registration.OnTree(context =>
        {
            foreach (var message in faults.Get(context.CancellationToken)[context.Tree])
                context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.InvalidConfiguration, Location.Create(context.Tree, new TextSpan(0, 0)), message));
        });
    }

    /// <summary>A setting holds for many trees and is reported in one: the first by path among those it applies to.</summary>
    private static ILookup<SyntaxTree, string> Faults(Compilation compilation, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        var seen = new HashSet<(string Key, string Value)>();
        // Most trees share their options, and most options are no settings of ours.
        var plain = new HashSet<AnalyzerConfigOptions>();
        var set = new List<SyntaxTree>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var options = provider.GetOptions(tree);
            if (plain.Contains(options)) continue;
            if (options.Keys.Any(static key => key.StartsWith(Option.Prefix, StringComparison.OrdinalIgnoreCase))) set.Add(tree);
            else plain.Add(options);
        }
        var found = new List<(SyntaxTree Tree, string Message)>();
        foreach (var tree in set.OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var options = provider.GetOptions(tree);
            foreach (var key in options.Keys.Where(key => key.StartsWith(Option.Prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(key => key, StringComparer.Ordinal))
                if (options.TryGetValue(key, out var value) && seen.Add((key.ToLowerInvariant(), value)) && Fault(key, value) is { } message)
                    found.Add((tree, message));
        }
        return found.ToLookup(fault => fault.Tree, fault => fault.Message);
    }

    private static string? Fault(string key, string value) => KnownOptions.Find(key) switch
    {
        null => $"'{key}' is no setting of BackendStandards{(KnownOptions.Nearest(key) is { } near ? $": did you mean '{near}'?" : "")}",
        var option when !option.Accepts(value.Trim()) => $"'{value}' is no value of '{option.Key}': use {option.Values.Replace("`", "")}; the default, {option.DefaultText}, holds until then",
        _ => null,
    };
}
