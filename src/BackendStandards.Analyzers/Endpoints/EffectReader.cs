using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What one library call does to the builder it is made on. Arguments are not looked at: who asks for a fact reads them.</summary>
internal sealed class EffectReader(Values values)
{
    private static readonly ImmutableDictionary<string, EffectKind> Conventions = new Dictionary<string, EffectKind>
    {
        ["HasApiVersion"] = EffectKind.Version,
        ["HasApiVersions"] = EffectKind.Version,
        ["HasDeprecatedApiVersion"] = EffectKind.Version,
        ["HasDeprecatedApiVersions"] = EffectKind.Version,
        ["MapToApiVersion"] = EffectKind.Version,
        ["MapToApiVersions"] = EffectKind.Version,
        ["IsApiVersionNeutral"] = EffectKind.Version,
        ["WithApiVersionSet"] = EffectKind.Version,
        ["ExcludeFromDescription"] = EffectKind.Exclude,
        ["AddEndpointFilter"] = EffectKind.Filter,
        ["AddEndpointFilterFactory"] = EffectKind.Filter,
        ["RequireAuthorization"] = EffectKind.Authorize,
        ["AllowAnonymous"] = EffectKind.Anonymous,
        ["RequireRateLimiting"] = EffectKind.RateLimit,
        ["DisableRateLimiting"] = EffectKind.NoRateLimit,
        ["DisableRequestSizeLimit"] = EffectKind.SizeLimit,
        ["WithFormOptions"] = EffectKind.FormLimit,
        ["RequireCors"] = EffectKind.Cors,
        ["CacheOutput"] = EffectKind.Cache,
        ["WithName"] = EffectKind.Name,
        ["WithSummary"] = EffectKind.Summary,
        ["WithDescription"] = EffectKind.Description,
        ["WithTags"] = EffectKind.Tags,
        ["WithOpenApi"] = EffectKind.OpenApi,
        ["AddOpenApiOperationTransformer"] = EffectKind.OpenApi,
        ["Produces"] = EffectKind.Response,
        ["ProducesProblem"] = EffectKind.Response,
        ["ProducesValidationProblem"] = EffectKind.Response,
        ["Add"] = EffectKind.Opaque,
        ["Finally"] = EffectKind.Opaque,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The effects of a call; an unknown library's are opaque.</summary>
    public IEnumerable<Effect> Read(IInvocationOperation call, Context context)
    {
        // The application's own shared assembly may put its extensions into a namespace of Microsoft's.
        if (!AspNet.IsKnown(call.TargetMethod) || !HostTypes.IsOfLibrary(call.TargetMethod)) return [new(EffectKind.Opaque, call, false)];
        // It says what is answered, no more.
        if (call.TargetMethod.Name == "Finally" && AspNet.IsEnvelope(call.Syntax.SyntaxTree)) return [];
        if (call.TargetMethod.Name == "WithMetadata") return Metadata(call, context);
        return Conventions.TryGetValue(call.TargetMethod.Name, out var kind) ? [new(kind, call, false) { Context = context }] : [];
    }

    private IEnumerable<Effect> Metadata(IInvocationOperation call, Context context)
    {
        var items = AspNet.Argument(call, "items") is { } argument ? values.Elements(argument, context) : null;
        if (items is null) return [new(EffectKind.Opaque, call, false)];
        // A filter that lies there is data: nothing runs it.
        return items.SelectMany(item => MetadataKinds.Of(Values.Unwrap(item).Type).Where(kind => kind != EffectKind.Filter).Select(kind => new Effect(kind, call, false) { Context = context, Metadata = item }));
    }
}
