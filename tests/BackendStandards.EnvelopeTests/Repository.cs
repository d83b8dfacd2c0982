using System.Reflection;

namespace BackendStandards.EnvelopeTests;

/// <summary>Where things lie.</summary>
internal static class Repository
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The native application, where it was published.</summary>
    public static string? NativeApplication => Path.Combine(Root, "artifacts", "native", "app", "BackendStandards.EnvelopeApp") is var path && File.Exists(path) ? path : null;

    /// <summary>The application compiled for a version.</summary>
    public static string ApplicationOf(string framework) =>
        Path.Combine(Root, "tests", "BackendStandards.EnvelopeApp", "bin", Metadata("Configuration"), framework, "BackendStandards.EnvelopeApp.dll");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
