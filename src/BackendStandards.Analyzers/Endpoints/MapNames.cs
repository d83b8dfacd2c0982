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
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Whether a call maps what a library answers: nothing of it is the application's but its route.</summary>
    public static bool IsOfLibrary(string name) => name is "MapHealthChecks" or "MapOpenApi";

    /// <summary>The calls that map all controllers.</summary>
    public static readonly IReadOnlyList<string> Controllers =
        ["MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "UseMvc", "UseMvcWithDefaultRoute"];

    /// <summary>Whether a call makes a builder for further calls.</summary>
    public static bool IsGroup(string name) => name is "MapGroup" or "NewVersionedApi";

    /// <summary>Whether a call of the framework maps something onto its receiver instead of changing the receiver.</summary>
    public static bool Maps(string name) => name != "MapToApiVersion" && (name.StartsWith("Map", StringComparison.Ordinal) || IsGroup(name));
}
