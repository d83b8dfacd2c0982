using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Roslyn;

/// <summary>Tells test projects from product code: by what they reference or set, never by a folder or a name.</summary>
internal static class TestCode
{
    private static readonly string[] Frameworks = ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    /// <summary>Whether the project references a test framework or sets <c>IsTestProject</c>.</summary>
    public static bool Is(Compilation compilation, AnalyzerOptions options)
    {
        if (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var text) && bool.TryParse(text, out var isTest)) return isTest;
        foreach (var reference in compilation.ReferencedAssemblyNames)
            if (Frameworks.Contains(reference.Name, StringComparer.OrdinalIgnoreCase)) return true;
        return false;
    }
}
