using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>
/// BST3050: an endpoint about which nobody says who may call it, in an application that knows authentication. For one that does not,
/// <see cref="ApplicationWithoutAuthorization"/> speaks once.
/// </summary>
internal sealed class AuthorizationUndecided() : EndpointRule(RuleCatalog.AuthorizationUndecided)
{
    /// <summary>The finding's property that says that authorization can be required: what that needs is registered.</summary>
    public const string CanRequire = nameof(CanRequire);

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var place = EndpointContext.PlaceOf(endpoint);
        if (endpoint.Kind is EndpointKind.Library or EndpointKind.Fallback || place.SourceTree is not { } tree || !context.IsHere(tree)) return;
        if (endpoint.Authorization(context.Cancellation).State != AuthorizationState.No) return;
        var decisions = context.RememberForAll(this, nameof(AccessDecisions), () => new AccessDecisions(context.Model, context.Cancellation));
        if (!decisions.AreMade || decisions.MayDecide(endpoint, context.Read(AccessDecisions.DecidingAttributes), context.Cancellation)
            || AccessDecisions.IsForEverybody(endpoint, context.Read(AccessDecisions.PublicPaths), context.Cancellation) || !RunsEverywhere(endpoint, context)) return;
        var properties = decisions.CanRequire ? ImmutableDictionary<string, string?>.Empty.Add(CanRequire, "true") : ImmutableDictionary<string, string?>.Empty;
        context.ReportAt(this, place, [], properties, Describe(endpoint, context), endpoint.Kind switch
        {
            EndpointKind.Controller => "add [Authorize] or [AllowAnonymous]",
            EndpointKind.FastEndpoint => "say what it asks for, or AllowAnonymous()",
            _ => "add RequireAuthorization() or AllowAnonymous()",
        });
    }

    // What is mapped in development only is for a developer.
    private static bool RunsEverywhere(Endpoint endpoint, EndpointContext context) =>
        endpoint.Kind is EndpointKind.Controller or EndpointKind.FastEndpoint
        || (context.Model.Code.BodyAround(endpoint.Declaration, context.Cancellation)?.At(endpoint.Declaration) is { } mapping && context.Model.Hosting.IsDevelopmentOnly(mapping, context.Cancellation) == Answer.No);

    private static string Describe(Endpoint endpoint, EndpointContext context) => endpoint switch
    {
        { Kind: EndpointKind.Hub, Service: { } hub } => $"the hub '{hub.Name}'",
        { Kind: EndpointKind.Grpc, Service: { } service } => $"the gRPC service '{service.Name}'",
        { Kind: EndpointKind.GraphQL } => "the GraphQL endpoint",
        _ => context.Describe(endpoint),
    };
}
