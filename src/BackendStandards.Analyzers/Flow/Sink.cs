using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>A value that is given to something dangerous.</summary>
/// <param name="Kind">What it is given to, as the rows name it: <c>sql</c>.</param>
/// <param name="Value">The argument, the receiver, or the value that is assigned.</param>
/// <param name="Name">What the user calls the sink: a method, a type or a property.</param>
/// <param name="Operation">The call, creation or assignment.</param>
/// <param name="IsAppended">Whether the value is added to a text that is there already.</param>
internal sealed record Sink(string Kind, IOperation Value, string Name, IOperation Operation, bool IsAppended);
