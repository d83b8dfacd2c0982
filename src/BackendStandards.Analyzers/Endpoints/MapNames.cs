using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>The names of the framework's mapping calls.</summary>
internal static class MapNames
{
    /// <summary>What each verb call is named after its verb; the others decide their verbs elsewhere.</summary>
    public static readonly ImmutableDictionary<string, IReadOnlyList<string>> Terminals = new Dictionary<string, IReadOnlyList<string>>
    {
        ["MapGet"] = ["GET"],
        ["MapPost"] = ["POST"],
        ["MapPut"] = ["PUT"],
        ["MapDelete"] = ["DELETE"],
        ["MapPatch"] = ["PATCH"],
        ["Map"] = [],
        ["MapMethods"] = [],
        ["MapFallback"] = [],
        ["MapHealthChecks"] = [],
        ["MapOpenApi"] = ["GET"],
        ["MapHub"] = [],
        ["MapGrpcService"] = ["POST"],
        ["MapGraphQL"] = [],
        ["MapGraphQLHttp"] = [],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The calls by which a library, the framework's own included, maps what it answers itself: how many endpoints that makes, on which routes and verbs, is its affair.
    /// </summary>
    public static readonly ImmutableHashSet<string> OfLibraries = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        // Pages, files and what answers instead of them.
        "MapStaticAssets", "MapRazorPages", "MapRazorComponents", "MapBlazorHub", "MapFallbackToFile", "MapFallbackToPage", "MapFallbackToAreaPage",
        "MapFallbackToController", "MapFallbackToAreaController", "MapShortCircuit",
        // Accounts, connections, reflection.
        "MapIdentityApi", "MapConnections", "MapConnectionHandler", "MapGrpcReflectionService", "MapGrpcHealthChecksService", "MapMcp",
        // Documents and their pages.
        "MapSwagger", "MapSwaggerUI", "MapScalarApiReference", "MapGraphQLSchema", "MapGraphQLWebSocket", "MapBananaCakePop", "MapNitroApp",
        // Proxies.
        "MapForwarder", "MapReverseProxy",
        // For those who run the application.
        "MapHealthChecksUI", "MapMetrics", "MapPrometheusScrapingEndpoint", "MapHangfireDashboard", "MapHangfireDashboardWithAuthorizationPolicy", "MapSubscribeHandler");

    /// <summary>How a call declares what it maps.</summary>
    public static EndpointKind KindOf(string name) => name switch
    {
        "MapHealthChecks" or "MapOpenApi" => EndpointKind.Library,
        _ when name.StartsWith("MapFallback", StringComparison.Ordinal) => EndpointKind.Fallback,
        "MapHub" => EndpointKind.Hub,
        "MapGrpcService" => EndpointKind.Grpc,
        "MapGraphQL" or "MapGraphQLHttp" => EndpointKind.GraphQL,
        _ => OfLibraries.Contains(name) ? EndpointKind.Library : EndpointKind.Minimal,
    };

    /// <summary>The calls that map all controllers.</summary>
    public static readonly IReadOnlyList<string> Controllers =
        ["MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "UseMvc", "UseMvcWithDefaultRoute"];

    /// <summary>Whether a call makes a builder for further calls.</summary>
    public static bool IsGroup(string name) => name is "MapGroup" or "NewVersionedApi";

    /// <summary>Whether a call of the framework maps something onto its receiver instead of changing the receiver.</summary>
    public static bool Maps(string name) => name != "MapToApiVersion" && (name.StartsWith("Map", StringComparison.Ordinal) || IsGroup(name));
}
