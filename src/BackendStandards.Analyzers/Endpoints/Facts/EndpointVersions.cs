using BackendStandards.Analyzers.Code;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// The API versions that an endpoint serves, as <c>1.0</c>. <paramref name="Values"/> is empty where none is declared and null where not all are seen.
/// The implicit default version of a controller that declares none is not among them.
/// </summary>
internal sealed record EndpointVersions(Answer IsDeclared, IReadOnlyList<string>? Values, bool IsNeutral);
