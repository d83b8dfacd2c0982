using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Secrets;

/// <summary>What the rules about secrets in source share: the user's exceptions, and the milder severity in test code.</summary>
internal static class SecretOptions
{
    internal static readonly Option<Regex?> AllowedValues = Option.Pattern(
        "secrets.allowed_values_regex", "Values that are no secrets, such as those of a public sandbox.");

    internal static readonly Option<ImmutableHashSet<string>> AllowedNameWords = Option.List(
        "secrets.allowed_name_words", "Words that, in the name of a symbol, say that its value is no secret: `demo` covers `demoPassword`.");

    /// <summary>Whether the user has excepted the name or the value.</summary>
    public static bool Allows(AnalyzerConfigOptions options, string name, string value)
    {
        var words = AllowedNameWords.Read(options);
        if (words.Count > 0 && Words.Split(name).Any(words.Contains)) return true;
        try
        {
            return AllowedValues.Read(options)?.IsMatch(value) == true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The severity of a finding: the rule's own, but a suggestion in test code, or where the value may be something else.</summary>
    public static DiagnosticSeverity Severity(DiagnosticDescriptor rule, bool mild) => mild ? DiagnosticSeverity.Info : rule.DefaultSeverity;
}
