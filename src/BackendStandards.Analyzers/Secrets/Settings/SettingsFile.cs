namespace BackendStandards.Analyzers.Secrets.Settings;

/// <summary>What a settings file is by its name: how to read it, and whether it is for a developer's machine only.</summary>
internal sealed class SettingsFile
{
    /// <summary>Longer files are data.</summary>
    public const int LongestText = 1 << 20;

    // In a file's name: for the machine of a developer, for tests, or to be filled in.
    private static readonly string[] OwnMachine = ["development", "dev", "local", "localhost", "testing", "test", "tests", "docker", "container", "demo", "example", "sample", "template", "dist"];

    private SettingsFile(Format format, bool isOwnMachine, bool isNuGet) => (_format, IsOwnMachine, IsNuGet) = (format, isOwnMachine, isNuGet);

    private readonly Format _format;

    private enum Format
    {
        Json,
        Xml,
        Lines,
        Yaml,
    }

    /// <summary>Whether the file is for development or tests, where made-up credentials are usual.</summary>
    public bool IsOwnMachine { get; }

    /// <summary>Whether the file configures NuGet, which has keys of its own.</summary>
    public bool IsNuGet { get; }

    /// <summary>The file of a path; null where it is of no known kind.</summary>
    public static SettingsFile? Of(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
        var parts = name.Split('.');
        var isOwnMachine = parts.Any(OwnMachine.Contains);
        if (name == ".env" || name.StartsWith(".env.", StringComparison.Ordinal)) return new(Format.Lines, isOwnMachine, false);
        return parts[parts.Length - 1] switch
        {
            "json" => new(Format.Json, isOwnMachine || name == "launchsettings.json", false),
            "config" => new(Format.Xml, isOwnMachine, name == "nuget.config"),
            "yml" or "yaml" => new(Format.Yaml, true, false),
            "env" => new(Format.Lines, isOwnMachine, false),
            _ => null,
        };
    }

    /// <summary>The settings in the file's text.</summary>
    public IEnumerable<SettingEntry> Read(string text) => _format switch
    {
        Format.Json => JsonSettings.Read(text),
        Format.Xml => XmlSettings.Read(text),
        _ => LineSettings.Read(text, _format == Format.Yaml),
    };
}
