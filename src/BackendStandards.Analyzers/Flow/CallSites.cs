using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Places in the sources that call a method or write a member. A list that is not complete must never be read as "nobody does".</summary>
internal sealed record CallSites(ImmutableArray<(IOperation Operation, Point At)> Found, bool IsComplete);
