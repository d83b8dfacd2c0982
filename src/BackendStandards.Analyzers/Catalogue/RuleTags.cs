using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

/// <summary>
/// What a descriptor says of itself beyond its text, kept in its custom tags so that SARIF carries it and the docs are rendered from it:
/// <c>CWE-89</c>, <c>OWASP-API8:2023</c>, <c>BackendStandards-SEC-3</c> (a clause of the standard).
/// </summary>
internal static class RuleTags
{
    public const string CwePrefix = "CWE-";
    public const string OwaspPrefix = "OWASP-";
    public const string ClausePrefix = "BackendStandards-";

    /// <summary>Marks the rules that the <c>minimal</c> profile keeps.</summary>
    public const string Minimal = "BackendStandards.Minimal";

    /// <summary>The CWE entries of a rule, as <c>CWE-89</c>.</summary>
    public static IEnumerable<string> Cwe(DiagnosticDescriptor rule) => rule.CustomTags.Where(tag => tag.StartsWith(CwePrefix, StringComparison.Ordinal));

    /// <summary>The OWASP entries of a rule, as <c>API8:2023</c> (API Security Top 10) or <c>A03:2021</c> (Top 10).</summary>
    public static IEnumerable<string> Owasp(DiagnosticDescriptor rule) => WithoutPrefix(rule, OwaspPrefix);

    /// <summary>The clauses of the standard that a rule serves, as <c>SEC-3</c>.</summary>
    public static IEnumerable<string> Clauses(DiagnosticDescriptor rule) => WithoutPrefix(rule, ClausePrefix);

    private static IEnumerable<string> WithoutPrefix(DiagnosticDescriptor rule, string prefix) =>
        rule.CustomTags.Where(tag => tag.StartsWith(prefix, StringComparison.Ordinal)).Select(tag => tag.Substring(prefix.Length));
}
