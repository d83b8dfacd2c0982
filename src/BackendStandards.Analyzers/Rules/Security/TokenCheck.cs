namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>A check that a property of the named types switches: <paramref name="Validator"/> is the property for a check of one's own, <paramref name="Effect"/> what follows without it.</summary>
internal sealed record TokenCheck(string Name, string? Validator, string Effect, params string[] Types);
