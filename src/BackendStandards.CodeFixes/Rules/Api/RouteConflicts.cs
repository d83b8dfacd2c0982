using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>Requests that two endpoints answer: the router refuses them all.</summary>
internal static class RouteConflicts
{
    /// <summary>Whether a change makes any that were not there before, or leaves a route that cannot be told.</summary>
    public static async Task<bool> AppearAsync(Project before, Project after, CancellationToken cancellation)
    {
        if (await before.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } old || await after.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } changed) return true;
        var (first, second) = (Count(old, cancellation), Count(changed, cancellation));
        return second.Ambiguous > first.Ambiguous || second.Unknown > first.Unknown;
    }

    private static (int Ambiguous, int Unknown) Count(Compilation compilation, CancellationToken cancellation)
    {
        var endpoints = new EndpointModel(new CodeBase(compilation)).All(cancellation).Where(endpoint => endpoint.Kind is EndpointKind.Minimal or EndpointKind.Controller or EndpointKind.FastEndpoint).ToList();
        var requests = endpoints.SelectMany(endpoint => (endpoint.Verbs(cancellation) is { Count: > 0 } verbs ? verbs : ["*"]).Select(verb => (Request: verb + " " + Template(endpoint, cancellation), endpoint.Declaration)));
        return (requests.GroupBy(entry => entry.Request, StringComparer.OrdinalIgnoreCase).Count(same => same.Select(entry => entry.Declaration).Distinct().Skip(1).Any()),
            endpoints.Count(endpoint => !endpoint.Route(cancellation).IsKnown));
    }

    // What parameters are called decides nothing; their constraints do.
    private static string Template(Endpoint endpoint, CancellationToken cancellation) =>
        string.Join("/", RouteSegments.Of(endpoint, cancellation).Select(segment => segment.ParameterName is { } name ? segment.Text.Replace(name, "") : segment.Text));
}
