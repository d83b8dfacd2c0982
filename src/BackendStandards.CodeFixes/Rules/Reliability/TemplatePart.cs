using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>A piece of a message template that is being written.</summary>
/// <param name="Text">Constant text as it stands between the quotes of the literal, or the alignment and format of a placeholder (<c>,10:N2</c>).</param>
/// <param name="Value">What fills the placeholder; null for constant text.</param>
/// <param name="Break">The white space, line break included, that stands before the piece where it begins a line of a concatenation; null elsewhere.</param>
internal readonly record struct TemplatePart(string Text, ExpressionSyntax? Value, string? Break = null);
