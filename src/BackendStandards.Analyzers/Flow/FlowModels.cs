using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// One <see cref="FlowModel"/> for each kind of sink that some row speaks of in particular: what makes a text harmless in HTML does nothing for SQL.
/// The bodies are shared, as binding them is what costs.
/// </summary>
internal sealed class FlowModels(CodeBase code)
{
    private readonly ConcurrentDictionary<string, FlowModel> _models = new(StringComparer.Ordinal);
    private readonly Lazy<FlowModel> _common = new(() => new FlowModel(code, new LibraryModel()));

    /// <summary>The sources that all of them read.</summary>
    public CodeBase Code => code;

    /// <summary>The model to ask where a value that reaches a kind of sink comes from.</summary>
    public FlowModel For(string sink) => _models.GetOrAdd(sink, kind => LibraryModel.HasRowsFor(kind) ? new FlowModel(code, new LibraryModel(kind)) : _common.Value);
}
