using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.EntryPoints;

/// <summary>A value that the outside sends; <paramref name="Symbol"/> is the parameter that holds it, null where a library's object hands it out.</summary>
internal sealed record EntryInput(string Name, ITypeSymbol Type, IParameterSymbol? Symbol);
