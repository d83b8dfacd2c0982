using BackendStandards.Analyzers.Endpoints;

namespace BackendStandards.Analyzers.Rules;

/// <summary>Whether an application answers requests with code of its own: what only reports its health, or passes requests on, is asked for less.</summary>
internal static class ApiEndpoints
{
    private static readonly string[] Probes = ["health", "ready", "live", "alive", "ping", "metrics", "status", "version"];

    /// <summary>Whether there is one. Ends at the first, as all of them are looked for only in applications that have none.</summary>
    public static bool Exist(HostContext context)
    {
        foreach (var tree in context.Model.Code.Compilation.SyntaxTrees)
            foreach (var endpoint in context.Model.Concerning(tree, context.Cancellation))
                if (endpoint.Kind is EndpointKind.Controller or EndpointKind.Minimal or EndpointKind.FastEndpoint && !IsProbe(endpoint, context.Cancellation))
                    return true;
        return false;
    }

    /// <summary>Whether an endpoint tells only of the state of the application.</summary>
    public static bool IsProbe(Endpoint endpoint, CancellationToken cancellation)
    {
        // The front door, also of a group that nobody is seen to hand in: shared sources redirect to a document there.
        var segments = endpoint.Route(cancellation).Segments.Where(segment => segment != RoutePattern.Hole && !segment.Equals("api", StringComparison.OrdinalIgnoreCase)).ToList();
        return segments.Count == 0 || Probes.Any(probe => segments[0].StartsWith(probe, StringComparison.OrdinalIgnoreCase));
    }
}
