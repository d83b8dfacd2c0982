using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What an object that lies in an endpoint's metadata says, by the framework's types that it is: an attribute, or what <c>WithMetadata</c> adds.</summary>
internal static class MetadataKinds
{
    private static readonly ImmutableDictionary<string, EffectKind> Kinds = new Dictionary<string, EffectKind>
    {
        ["IApiVersionProvider"] = EffectKind.Version,
        ["IApiVersionNeutral"] = EffectKind.Version,
        ["IExcludeFromDescriptionMetadata"] = EffectKind.Exclude,
        ["IAuthorizeData"] = EffectKind.Authorize,
        ["IAuthorizationRequirementData"] = EffectKind.Authorize,
        ["AuthorizationPolicy"] = EffectKind.Authorize,
        ["IAllowAnonymous"] = EffectKind.Anonymous,
        ["EnableRateLimitingAttribute"] = EffectKind.RateLimit,
        ["DisableRateLimitingAttribute"] = EffectKind.NoRateLimit,
        ["IRequestSizeLimitMetadata"] = EffectKind.SizeLimit,
        ["RequestFormLimitsAttribute"] = EffectKind.FormLimit,
        ["ICorsMetadata"] = EffectKind.Cors,
        ["OutputCacheAttribute"] = EffectKind.Cache,
        ["IOutputCachePolicy"] = EffectKind.Cache,
        ["ResponseCacheAttribute"] = EffectKind.Cache,
        ["IEndpointNameMetadata"] = EffectKind.Name,
        ["IEndpointSummaryMetadata"] = EffectKind.Summary,
        ["IEndpointDescriptionMetadata"] = EffectKind.Description,
        ["ITagsMetadata"] = EffectKind.Tags,
        ["SwaggerOperationAttribute"] = EffectKind.OpenApi,
        ["OpenApiOperationAttribute"] = EffectKind.OpenApi,
        ["IProducesResponseTypeMetadata"] = EffectKind.Response,
        ["IApiResponseMetadataProvider"] = EffectKind.Response,
        // NSwag's own; Swashbuckle's of the same name is one of the framework's.
        ["SwaggerResponseAttribute"] = EffectKind.Response,
        ["ResponseTypeAttribute"] = EffectKind.Response,
        ["SwaggerDefaultResponseAttribute"] = EffectKind.Response,
        ["IFilterMetadata"] = EffectKind.Filter,
        ["SkipEnvelopeAttribute"] = EffectKind.SkipEnvelope,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>What it says, each once; nothing for a type that the model knows nothing of.</summary>
    public static IReadOnlyList<EffectKind> Of(ITypeSymbol? type)
    {
        if (type is null or { TypeKind: TypeKind.Error }) return [];
        List<EffectKind>? found = null;
        for (var at = type; at is not null and not { SpecialType: SpecialType.System_Object }; at = at.BaseType) Add(at);
        foreach (var one in type.AllInterfaces) Add(one);
        return found ?? (IReadOnlyList<EffectKind>)[];

        void Add(ITypeSymbol one)
        {
            if (!Kinds.TryGetValue(one.Name, out var kind) || !(AspNet.IsKnown(one) || IsOfEnvelope(one))) return;
            found ??= [];
            if (!found.Contains(kind)) found.Add(kind);
        }
    }

    // It stands in the sources, or in another assembly of the application.
    private static bool IsOfEnvelope(ITypeSymbol type) => type.ContainingNamespace is { Name: "BackendStandards", ContainingNamespace.IsGlobalNamespace: true };
}
