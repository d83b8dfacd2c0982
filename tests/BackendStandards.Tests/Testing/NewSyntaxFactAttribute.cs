using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Testing;

/// <summary>A test of syntax that the oldest supported compiler does not know: skipped where the tests run on that one.</summary>
internal sealed class NewSyntaxFactAttribute : FactAttribute
{
    public NewSyntaxFactAttribute()
    {
        if (typeof(SyntaxNode).Assembly.GetName().Version is { Major: < 5 } version) Skip = $"Roslyn {version} does not know this syntax";
    }
}
