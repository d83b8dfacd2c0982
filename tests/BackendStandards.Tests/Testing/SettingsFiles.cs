using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Tests.Testing;

/// <summary>Settings files as the package hands them to the compiler: additional files with a mark.</summary>
internal static class SettingsFiles
{
    /// <summary>The options of a compilation that has these files.</summary>
    public static AnalyzerOptions Options(params (string Path, string Text)[] files) =>
        new(ImmutableArray.CreateRange<AdditionalText>(files.Select(file => new File(file.Path, file.Text))), new Provider());

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Marks(false);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Marks(true);
    }

    private sealed class Marks(bool isMarked) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => [];

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isMarked && key == "build_metadata.AdditionalFiles.BackendStandardsKind" ? "settings" : null;
            return value is not null;
        }
    }
}
