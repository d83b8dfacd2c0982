using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3031: an endpoint where credentials can be tried, without a rate limit of its own.</summary>
internal sealed class CredentialEndpointUnlimited() : EndpointRule(RuleCatalog.CredentialEndpointUnlimited)
{
    /// <summary>The finding's property that holds the policy to ask for; missing where none is seen.</summary>
    public const string Policy = nameof(Policy);

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var place = EndpointContext.PlaceOf(endpoint);
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || place.SourceTree is not { } tree || !context.IsHere(tree)) return;
        if (endpoint.Verbs(context.Cancellation) is not { } verbs || !(verbs.Count == 0 || verbs.Contains("POST"))) return;
        var kind = CredentialEndpoints.KindOf(endpoint, context.Cancellation);
        if (kind == CredentialEndpointKind.None || endpoint.RateLimit(context.Cancellation) is not { State: PolicyState.No or PolicyState.Disabled } limit) return;
        if (endpoint.Authorization(context.Cancellation).State == AuthorizationState.Required) return;
        var limits = context.RememberForAll(this, nameof(OwnLimits), () => new OwnLimits(context.Model, context.Cancellation));
        if (limits.MayLimit(endpoint, kind, context.Cancellation)) return;
        var isOff = limit.State == PolicyState.Disabled;
        var properties = ImmutableDictionary<string, string?>.Empty;
        var policy = isOff ? null : limits.PolicyForCredentials;
        if (policy is not null) properties = properties.Add(Policy, policy);
        context.ReportAt(this, place, [], properties, context.Describe(endpoint),
            isOff ? "do not switch it off here" : endpoint.Kind == EndpointKind.Controller ? $"add [EnableRateLimiting(\"{policy ?? "auth"}\")]" : $"add RequireRateLimiting(\"{policy ?? "auth"}\")");
    }
}
