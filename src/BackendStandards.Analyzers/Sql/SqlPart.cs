using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Sql;

/// <summary>A piece of a SQL text as the source writes it: a constant text, or a hole that is filled at run time.</summary>
/// <param name="Text">The constant text; empty for a hole.</param>
/// <param name="Hole">The expression of a hole; null for a text.</param>
/// <param name="IsFormatted">Whether the hole has an alignment or a format string.</param>
/// <param name="Context">Where a hole stands.</param>
internal sealed record SqlPart(string Text, IOperation? Hole, bool IsFormatted, SqlContext Context);
