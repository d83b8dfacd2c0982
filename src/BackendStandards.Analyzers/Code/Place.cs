using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Code;

/// <summary>An expression together with the way execution reached it.</summary>
internal readonly record struct Place(IOperation Operation, Context Context);
