using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>A <c>Map…</c> call on a builder, in the context in which it is reached.</summary>
internal readonly record struct BuilderUse(IInvocationOperation Call, Context Context);
