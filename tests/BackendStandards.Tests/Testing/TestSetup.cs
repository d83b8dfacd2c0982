using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Testing;

internal static class TestSetup
{
    /// <summary>References and usings without a network, and only the tested rule switched on: the library switches on every rule of an analyzer.</summary>
    public static void Prepare<TAnalyzer>(this AnalyzerTest<DefaultVerifier> test, DiagnosticDescriptor rule)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        test.ReferenceAssemblies = References.None;
        test.TestState.AdditionalReferences.AddRange(References.All);
        // The library sets its own output kind over that of the compilation options.
        test.TestState.OutputKind = Prelude.OptionsFor(test.TestState.Sources.Select(source => WithoutMarkup(source.content.ToString()))).OutputKind;
        test.TestState.Sources.Add((Prelude.UsingsPath, Prelude.Usings));
        if (Envelope.IsNeededBy(rule.Id)) Envelope.AddTo(test.TestState);
        test.TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        foreach (var other in new TAnalyzer().SupportedDiagnostics)
            if (other.Id != rule.Id) test.DisabledDiagnostics.Add(other.Id);
    }

    /// <summary>An <c>.editorconfig</c> for all C# files of the test.</summary>
    public static void Configure(this AnalyzerTest<DefaultVerifier> test, params string[] lines) =>
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + string.Join("\n", lines) + "\n"));

    private static string WithoutMarkup(string source)
    {
        TestFileMarkupParser.GetPositionsAndSpans(source, out var plain, out _, out _);
        return plain;
    }
}
