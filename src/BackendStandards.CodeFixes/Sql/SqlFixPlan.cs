using Microsoft.CodeAnalysis;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>A fix that is known to apply.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="IsCertain">Whether it belongs into "fix all".</param>
/// <param name="Apply">The root of the document after the fix.</param>
internal sealed record SqlFixPlan(string Title, bool IsCertain, Func<SyntaxNode> Apply);
