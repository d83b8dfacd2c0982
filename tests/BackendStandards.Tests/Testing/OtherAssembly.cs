using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Tests.Testing;

/// <summary>Another assembly of the application, or the smallest stand-in for a library: compiled, so that its code is not seen.</summary>
internal static class OtherAssembly
{
    public static MetadataReference Of(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name, [Sources.Tree(source, "Other.cs"), Sources.Tree(Prelude.Usings, Prelude.UsingsPath)], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
