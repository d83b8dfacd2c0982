using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Logging;

/// <summary>One value that a call writes: an argument, or a part of the text that the call composes.</summary>
/// <param name="Value">The expression.</param>
/// <param name="Name">The name that it is written under, such as that of the placeholder; null where there is none.</param>
internal readonly record struct LoggedValue(IOperation Value, string? Name);
