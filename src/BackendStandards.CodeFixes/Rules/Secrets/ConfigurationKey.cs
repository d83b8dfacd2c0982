using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Makes up the configuration key of a credential: <c>Warehouse:Password</c> for <c>warehousePassword</c>.</summary>
internal static class ConfigurationKey
{
    private const string DefaultSection = "Service";

    private static readonly ImmutableHashSet<string> Noise = Set("default", "my", "the", "s", "m", "new", "old", "current", "hardcoded", "const");

    private static readonly ImmutableHashSet<string> TypeEndings = Set("settings", "options", "configuration", "config", "credential", "credentials", "extensions", "setup", "service", "sample");

    private static readonly ImmutableHashSet<string> Hosts = Set("program", "startup");

    /// <summary>The key for a credential, or, where its name is a key, that key. <paramref name="type"/> is the type around it.</summary>
    public static string For(CredentialName credential, string? type)
    {
        if (credential.Name.IndexOf(':') > 0) return credential.Name;
        if (CredentialName.Read(credential.Name) is null) return $"{SectionOf(type)}:{credential.Kind}";
        var before = credential.Before.Where(word => !Noise.Contains(word)).ToList();
        return $"{(before.Count > 0 ? Pascal(before) : SectionOf(type))}:{Pascal(credential.Term)}";
    }

    /// <summary>The key for a setting that may lack its section.</summary>
    public static string WithSection(string setting, string? type) => setting.IndexOf(':') > 0 ? setting : $"{SectionOf(type)}:{setting}";

    private static string SectionOf(string? type)
    {
        var words = Words.Split(type ?? "").ToList();
        while (words.Count > 1 && TypeEndings.Contains(words[words.Count - 1])) words.RemoveAt(words.Count - 1);
        return words.Count == 0 || Hosts.Contains(words[0]) ? DefaultSection : Pascal(words);
    }

    private static string Pascal(IEnumerable<string> words) => string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
