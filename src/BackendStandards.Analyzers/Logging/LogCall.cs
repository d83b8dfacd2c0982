using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Logging;

/// <summary>A call that writes values where operators read them: a log, the console, a trace, an exception's message.</summary>
/// <param name="Writer">The name of the method or type that writes, for a message.</param>
/// <param name="Values">What is written apart from constant text, in the order of the text.</param>
internal sealed record LogCall(string Writer, ImmutableArray<LoggedValue> Values);
