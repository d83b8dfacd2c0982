using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>Which endpoints a description of the API is about.</summary>
internal static class DescribedEndpoints
{
    /// <summary>
    /// Whether an endpoint stands in the description, and is there for clients of the API: controllers that answer with pages are not described at all, and
    /// what tells only of the application's own state needs no words.
    /// </summary>
    public static bool Has(Endpoint endpoint, CancellationToken cancellation) =>
        endpoint.Kind is EndpointKind.Controller or EndpointKind.Minimal or EndpointKind.FastEndpoint
        && (endpoint.Controller is not { } controller || ControllerTypes.IsApi(controller))
        && endpoint.IsExcludedFromDescription(cancellation) == Answer.No
        && !ApiEndpoints.IsProbe(endpoint, cancellation);
}
