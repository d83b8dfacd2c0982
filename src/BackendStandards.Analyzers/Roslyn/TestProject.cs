using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Roslyn;

/// <summary>Tells test projects: those that reference a test framework or say <c>IsTestProject</c>. A folder or a name tells nothing.</summary>
internal static class TestProject
{
    private static readonly string[] Frameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    /// <summary>Whether a compilation is that of a test project.</summary>
    public static bool Is(Compilation compilation, AnalyzerConfigOptionsProvider options) =>
        (options.GlobalOptions.TryGetValue("build_property.IsTestProject", out var text) && bool.TryParse(text, out var says) && says)
        || compilation.ReferencedAssemblyNames.Any(reference => Frameworks.Contains(reference.Name, StringComparer.OrdinalIgnoreCase));
}
