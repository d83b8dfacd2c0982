using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Places in the sources that call a method or write a member. A list that is not complete must never be read as "nobody does".</summary>
/// <param name="Found">The calls or writes.</param>
/// <param name="Groups">Where the method is made a delegate.</param>
/// <param name="IsComplete">Whether these are all.</param>
internal sealed record CallSites(ImmutableArray<(IOperation Operation, Point At)> Found, ImmutableArray<(IOperation Operation, Point At)> Groups, bool IsComplete);
