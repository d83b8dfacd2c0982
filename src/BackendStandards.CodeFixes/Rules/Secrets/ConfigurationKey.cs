using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Makes up the configuration key of a credential: <c>Warehouse:Password</c> for <c>warehousePassword</c>.</summary>
internal static class ConfigurationKey
{
    private const string DefaultSection = "Service";

    private static readonly ImmutableHashSet<string> Noise = Set("default", "my", "x", "get", "the", "s", "m", "new", "old", "current", "hardcoded", "const");

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

    /// <summary>The key for an issuer's credential, by what it is called: <c>GitHub:Token</c> for a GitHub token.</summary>
    public static string ForProvider(string name)
    {
        var words = name.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)).ToList();
        return words.Count < 2 ? $"{DefaultSection}:Credential" : $"{string.Concat(words.Take(words.Count - 1))}:{words[words.Count - 1]}";
    }

    /// <summary>The key for a setting that may lack its section.</summary>
    public static string WithSection(string setting, string? type) => setting.IndexOf(':') > 0 ? setting : $"{SectionOf(type)}:{setting}";

    /// <summary>
    /// The key, or one of its own where it is in use: told apart by the member around the constant, then by a number. Two credentials must never share a setting.
    /// </summary>
    public static string Unique(string key, SyntaxNode constant, SyntaxNode root, bool isShared)
    {
        if (!isShared && !IsUsed(key, root)) return key;
        var member = constant.Ancestors().Select(NameOf).FirstOrDefault(name => name is not null);
        var end = key.LastIndexOf(':');
        if (member is not null && !key.Split(':').Contains(member, StringComparer.OrdinalIgnoreCase)) key = key.Substring(0, end) + ":" + Pascal(Words.Split(member)) + key.Substring(end);
        else key += "1";
        var free = key;
        for (var number = 2; IsUsed(free, root); number++) free = key.TrimEnd('1') + number;
        return free;
    }

    private static bool IsUsed(string key, SyntaxNode root) => root.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => field.Identifier.ValueText,
        _ => null,
    };

    private static string SectionOf(string? type)
    {
        var words = Words.Split(type ?? "").ToList();
        while (words.Count > 1 && TypeEndings.Contains(words[words.Count - 1])) words.RemoveAt(words.Count - 1);
        return words.Count == 0 || Hosts.Contains(words[0]) ? DefaultSection : Pascal(words);
    }

    private static string Pascal(IEnumerable<string> words) => string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
