using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// Something that is said of an endpoint, by a convention or by an attribute. <paramref name="Level"/> is how far out: 0 on the endpoint itself, 1 on its
/// handler or action, 2 on a controller, and further for what it is mapped on. <paramref name="Maybe"/>: under a condition that is not decided.
/// </summary>
internal sealed record Statement(EffectKind Kind, int Level, bool Maybe)
{
    /// <summary>The convention that says it; null for an attribute.</summary>
    public Effect? Convention { get; init; }

    /// <summary>The attribute that says it; null for a convention.</summary>
    public AttributeData? Attribute { get; init; }

    /// <summary>Where it is written; null where that is another assembly.</summary>
    public SyntaxNode? Place(CancellationToken cancellation) =>
        Convention?.Site.Syntax ?? Attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation);
}
