using System.Reflection;

namespace BackendStandards.Tests.Testing;

/// <summary>The checked-out repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly Dictionary<string, string> Metadata = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .GroupBy(attribute => attribute.Key).ToDictionary(group => group.Key, group => group.First().Value ?? "");

    public static string Root => Metadata["RepositoryRoot"];

    public static string Setting(string key) => Metadata[key];

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts)).ReplaceLineEndings("\n");
}
