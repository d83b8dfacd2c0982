namespace BackendStandards.Analyzers.Endpoints;

/// <summary>One way to select an action: a template, or none, and verbs (null: unknown).</summary>
internal sealed record ActionSelector(RoutePart? Template, IReadOnlyList<string>? Verbs);
