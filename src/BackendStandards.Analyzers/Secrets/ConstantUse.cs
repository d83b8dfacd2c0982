using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>A constant that is used as a key or credential.</summary>
/// <param name="Literal">The constant as it is written.</param>
/// <param name="Sink">What takes it.</param>
/// <param name="Taker">The name of the type or member that takes it, for a message.</param>
internal sealed record ConstantUse(SyntaxNode Literal, ConstantSink Sink, string Taker);
