using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

/// <summary>
/// The only registry of rules: one descriptor field a rule, in a file by area. Docs tables, page headers, profiles, release notes
/// and the clause map are rendered from these fields.
/// </summary>
internal static partial class RuleCatalog
{
    /// <summary>The page of a rule, below the product's address.</summary>
    public static string HelpLink(string id) => $"{Product.Url}/blob/main/docs/rules/{id}.md";

    /// <summary>
    /// Makes a descriptor. <c>cwe</c>: numbers of the Common Weakness Enumeration; <c>owasp</c>: entries of the OWASP API Security Top 10 (2023)
    /// and the OWASP Top 10 (2021); <c>clauses</c>: those of <c>docs/standard.md</c>; <c>minimal</c>: whether that profile keeps the rule.
    /// </summary>
    private static DiagnosticDescriptor Create(
        string id,
        string title,
        string messageFormat,
        string category,
        DiagnosticSeverity defaultSeverity,
        string description,
        int[]? cwe = null,
        string[]? owasp = null,
        string[]? clauses = null,
        bool minimal = false)
    {
        var tags = ImmutableArray.CreateBuilder<string>();
        foreach (var number in cwe ?? []) tags.Add($"{RuleTags.CwePrefix}{number}");
        foreach (var entry in owasp ?? []) tags.Add(RuleTags.OwaspPrefix + entry);
        foreach (var clause in clauses ?? []) tags.Add(RuleTags.ClausePrefix + clause);
        if (minimal) tags.Add(RuleTags.Minimal);
#pragma warning disable RS0030 // The one place where a descriptor is made.
        return new DiagnosticDescriptor(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, description, HelpLink(id), tags.ToArray());
#pragma warning restore RS0030
    }
}
