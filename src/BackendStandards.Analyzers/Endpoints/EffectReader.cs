using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What one library call does to the builder it is made on.</summary>
internal sealed class EffectReader(Values values)
{
    /// <summary>The effects of a call; an unknown library's are opaque.</summary>
    public IEnumerable<Effect> Read(IInvocationOperation call, Context context)
    {
        if (!AspNet.IsKnown(call.TargetMethod)) return [new(EffectKind.Opaque, call, false)];
        return call.TargetMethod.Name switch
        {
            "HasApiVersion" or "HasApiVersions" or "HasDeprecatedApiVersion" or "HasDeprecatedApiVersions" or "MapToApiVersion" or "MapToApiVersions"
                or "IsApiVersionNeutral" or "WithApiVersionSet" => [new(EffectKind.Version, call, false)],
            "ExcludeFromDescription" => [new(EffectKind.Exclude, call, false)],
            "AddEndpointFilter" or "AddEndpointFilterFactory" => [new(EffectKind.Filter, call, false)],
            "WithMetadata" => Metadata(call, context),
            "Add" or "Finally" => [new(EffectKind.Opaque, call, false)],
            _ => [],
        };
    }

    /// <summary>What an object that lies in an endpoint's metadata says; null where it says nothing that the model knows.</summary>
    public static EffectKind? OfMetadata(ITypeSymbol? type) =>
        Symbols.Implements(type, "IApiVersionProvider") || Symbols.Implements(type, "IApiVersionNeutral") ? EffectKind.Version
        : Symbols.Implements(type, "IExcludeFromDescriptionMetadata") ? EffectKind.Exclude
        : null;

    private IEnumerable<Effect> Metadata(IInvocationOperation call, Context context)
    {
        var items = AspNet.Argument(call, "items") is { } argument ? values.Elements(argument, context) : null;
        if (items is null) return [new(EffectKind.Opaque, call, false)];
        return items.Select(item => OfMetadata(Values.Unwrap(item).Type)).OfType<EffectKind>().Select(kind => new Effect(kind, call, false));
    }
}
