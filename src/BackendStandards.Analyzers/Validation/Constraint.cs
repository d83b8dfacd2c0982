namespace BackendStandards.Analyzers.Validation;

/// <summary>One constraint as an attribute and as a call on a FluentValidation rule; either may be missing.</summary>
internal readonly record struct Constraint(string Attribute, string? Rule);
