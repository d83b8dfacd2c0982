using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>
/// Variables of one member that are only another name for an object: assigned once, from a variable that never gets another object.
/// What is written through one name is read through the other.
/// </summary>
internal sealed class Aliases
{
    private readonly Dictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);

    public Aliases(FlowGraph home) => Gather(home);

    /// <summary>The variable that a local is another name of; null where it is its own.</summary>
    public IOperation? Of(ILocalSymbol local) =>
        local.RefKind != RefKind.None ? _values.TryGetValue(local, out var place) ? place : null
        : local is { Type: { IsReferenceType: true, SpecialType: not SpecialType.System_String }, } && _values.TryGetValue(local, out var value) && value is not null && IsLasting(value) ? value : null;

    /// <summary>Whether a variable holds one object for good.</summary>
    public bool IsLasting(IOperation variable) => variable switch
    {
        ILocalReferenceOperation { Local: var local } => _values.TryGetValue(local, out var value) && value is not null,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => !_values.ContainsKey(parameter),
        _ => false,
    };

    private void Gather(FlowGraph graph)
    {
        foreach (var entry in graph.Writes.Variables) _values[entry.Key] = _values.ContainsKey(entry.Key) ? null : Plain(entry.Value);
        foreach (var inner in graph.NestedGraphs) Gather(inner);
    }

    private static IOperation? Plain(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion) operation = conversion.Operand;
        return operation;
    }
}
