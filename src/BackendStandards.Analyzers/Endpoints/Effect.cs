using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>A convention that was applied to a builder through any alias of it. <paramref name="Maybe"/>: under a condition that is not decided.</summary>
internal sealed record Effect(EffectKind Kind, IOperation Site, bool Maybe);
