using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Testing;

/// <summary>Options of an analyzer in memory: what an <c>.editorconfig</c> and a project's visible properties would say, for all files alike.</summary>
internal sealed class OptionValues : AnalyzerConfigOptionsProvider
{
    private readonly Values _values;

    private OptionValues(Dictionary<string, string> values) => _values = new Values(values);

    /// <summary>The options with values by their keys.</summary>
    public static AnalyzerOptions Of(params (string Key, string Value)[] values) => new([], new OptionValues(values.ToDictionary(pair => pair.Key, pair => pair.Value)));

    public override AnalyzerConfigOptions GlobalOptions => _values;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
