using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What conventions, metadata and attributes say of an endpoint.</summary>
internal sealed record EndpointConventions(Answer DeclaresVersion, Answer IsExcluded, bool AllSeen, IReadOnlyList<ITypeSymbol?> Filters);
