using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>A convention that was applied to a builder through any alias of it. <paramref name="Maybe"/>: under a condition that is not decided.</summary>
internal sealed record Effect(EffectKind Kind, IOperation Site, bool Maybe)
{
    /// <summary>The way to the site, in which its arguments are read.</summary>
    public Context Context { get; init; } = Context.Empty;

    /// <summary>The object that <c>WithMetadata</c> adds; null for another call.</summary>
    public IOperation? Metadata { get; init; }
}
