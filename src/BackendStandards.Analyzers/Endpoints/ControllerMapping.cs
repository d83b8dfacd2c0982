using BackendStandards.Analyzers.Endpoints.Facts;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>A <c>MapControllers</c>-like call: what stands before the routes of all controllers, and what is applied to them by it and by what it is made on.</summary>
internal sealed record ControllerMapping(IReadOnlyList<RoutePart> Prefix, IReadOnlyList<Statement> Own, IReadOnlyList<Statement> Outer, bool AllSeen);
