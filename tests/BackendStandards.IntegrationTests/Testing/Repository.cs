using System.Reflection;

namespace BackendStandards.IntegrationTests.Testing;

/// <summary>The checked-out repository that the tests were built from, and the package that was made of it.</summary>
internal static class Repository
{
    private static readonly Dictionary<string, string?> Metadata = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .GroupBy(attribute => attribute.Key).ToDictionary(group => group.Key, group => group.First().Value);

    public static string Root => Metadata["RepositoryRoot"]!;

    public static string Version => Metadata["PackageVersion"]!;

    /// <summary>The folder feed that the package stands in.</summary>
    public static string Feed => PathOf("artifacts", "packages");

    public static string Package => Path.Combine(Feed, $"BackendStandards.{Version}.nupkg");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
