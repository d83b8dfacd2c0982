using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>A fact that one place in the sources decides; <paramref name="Text"/> is what is said there, null where that is not seen.</summary>
internal sealed record Told(Answer Answer, SyntaxNode? From, string? Text = null);
