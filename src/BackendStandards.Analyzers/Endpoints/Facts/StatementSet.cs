using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// All that is said of an endpoint, what wins first: as the framework orders metadata, of which the last wins. <paramref name="AllSeen"/>: no more can be
/// said of it by code that is not seen.
/// </summary>
internal sealed record StatementSet(IReadOnlyList<Statement> All, bool AllSeen)
{
    /// <summary>Those of a kind.</summary>
    public IEnumerable<Statement> Of(EffectKind kind) => All.Where(statement => statement.Kind == kind);

    /// <summary>Whether anything of a kind is said.</summary>
    public Answer Has(EffectKind kind) =>
        All.Any(statement => statement.Kind == kind && !statement.Maybe) ? Answer.Yes
        : AllSeen && !All.Any(statement => statement.Kind == kind) ? Answer.No
        : Answer.Unknown;

    /// <summary>The attributes of a symbol as statements of a level.</summary>
    public static IEnumerable<Statement> OfAttributes(IEnumerable<AttributeData> attributes, int level)
    {
        foreach (var attribute in attributes)
        {
            foreach (var kind in MetadataKinds.Of(attribute.AttributeClass)) yield return new(kind, level, false) { Attribute = attribute };
            if (IsHidden(attribute)) yield return new(EffectKind.Exclude, level, false) { Attribute = attribute };
        }
    }

    /// <summary>Conventions as statements of a level, the last first.</summary>
    public static IEnumerable<Statement> OfConventions(IEnumerable<Effect> effects, int level) =>
        effects.Reverse().Select(effect => new Statement(effect.Kind, level, effect.Maybe) { Convention = effect });

    private static bool IsHidden(AttributeData attribute) =>
        Symbols.Derives(attribute.AttributeClass, "ApiExplorerSettingsAttribute") && attribute.NamedArguments.Any(argument => argument is { Key: "IgnoreApi", Value.Value: true });
}
