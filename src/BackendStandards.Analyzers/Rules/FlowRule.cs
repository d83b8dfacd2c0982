using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>A rule of the form "X reaches Y": which origins matter at which sink, as the table in section 0 of the rules says.</summary>
/// <param name="Sink">The kind of sink, as the <c>.model</c> rows name it.</param>
/// <param name="Descriptor">What is reported.</param>
/// <param name="Joined">Origins that are reported where they are joined into a text.</param>
/// <param name="JoinedAsSuggestion">Origins that are reported as a suggestion where they are joined into a text.</param>
/// <param name="Whole">Origins that are reported even where the text arrives whole.</param>
internal sealed record FlowRule(string Sink, DiagnosticDescriptor Descriptor, Origin Joined, Origin JoinedAsSuggestion, Origin Whole);
