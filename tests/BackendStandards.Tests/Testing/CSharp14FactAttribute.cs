using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Tests.Testing;

/// <summary>A test whose source is written in C# 14. The oldest supported compiler does not know it: there the test is skipped, by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CSharp14FactAttribute : FactAttribute
{
    public CSharp14FactAttribute()
    {
        if (typeof(CSharpCompilation).Assembly.GetName().Version!.Major < 5) Skip = "C# 14 is newer than this compiler.";
    }
}
