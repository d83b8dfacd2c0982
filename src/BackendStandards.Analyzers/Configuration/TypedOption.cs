using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Configuration;

/// <summary>An option whose value is a <typeparamref name="T"/>. A value that cannot be read counts as the default; BST0001 tells the user.</summary>
internal sealed class Option<T> : Option
{
    private readonly TryParse _parse;
    private readonly T _default;

    internal Option(string name, string values, string defaultText, T byDefault, string summary, TryParse parse)
        : base(name, values, defaultText, summary) => (_default, _parse) = (byDefault, parse);

    internal delegate bool TryParse(string text, out T value);

    /// <inheritdoc/>
    public override bool Accepts(string text) => _parse(text, out _);

    /// <summary>The value for the tree whose options are given.</summary>
    public T Read(AnalyzerConfigOptions options) => options.TryGetValue(Key, out var text) && _parse(text.Trim(), out var value) ? value : _default;
}
