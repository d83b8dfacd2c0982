using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Generators;

/// <summary>
/// Adds the response envelope to a project. Its sources stand in <c>Envelope/</c> as they are emitted; the package's targets decide by symbols which of them
/// count.
/// </summary>
/// <remarks>
/// Only what is added before any generator runs is seen by the others: the JSON and the request delegate generators have to see these types. There no option
/// can be read, hence the symbols.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class EnvelopeGenerator : IIncrementalGenerator
{
    private const string Folder = "Envelope/";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(static output =>
    {
        var assembly = typeof(EnvelopeGenerator).GetTypeInfo().Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            using var stream = assembly.GetManifestResourceStream(name)!;
            output.AddSource("BackendStandards." + name.Substring(Folder.Length) + ".g.cs", SourceText.From(stream, Encoding.UTF8, canBeEmbedded: true));
        }
    });
}
