using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>A delegate made at a known place: a lambda, or a method with the object that it is called on.</summary>
/// <param name="Graph">Its body; null where it is not in the sources.</param>
/// <param name="Method">The lambda's or method's symbol.</param>
/// <param name="Made">Where it was made.</param>
/// <param name="Frame">The call in whose body it was made.</param>
/// <param name="Receiver">The object of a method group.</param>
internal sealed record Closure(FlowGraph? Graph, IMethodSymbol Method, Point Made, Frame? Frame, IOperation? Receiver);
