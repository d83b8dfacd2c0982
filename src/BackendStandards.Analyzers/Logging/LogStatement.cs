using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Logging;

/// <summary>A call that writes a log event: its level, text, exception and the values that fill the text.</summary>
/// <param name="Call">The call.</param>
/// <param name="Library">The library that declares the method, or whose logger it extends.</param>
/// <param name="Level">The level; null where it is decided at run time.</param>
/// <param name="Message">The text; null where the call has none.</param>
/// <param name="Exception">What is given as the exception; null where nothing is, or null itself.</param>
/// <param name="Filling">The arguments that fill the placeholders.</param>
internal sealed record LogStatement(
    IInvocationOperation Call,
    LoggingLibrary Library,
    LogSeverity? Level,
    IArgumentOperation? Message,
    IArgumentOperation? Exception,
    ImmutableArray<IArgumentOperation> Filling)
{
    /// <summary>Whether the values come as one array that was made elsewhere, so that the text has its placeholders from elsewhere too.</summary>
    public bool ForwardsValues => Filling.Any(argument =>
        argument.Parameter is { IsParams: true } && argument.ArgumentKind == ArgumentKind.Explicit && argument.Value is not IArrayCreationOperation);

    /// <summary>The single values.</summary>
    public IEnumerable<IOperation> Values => Filling.SelectMany(LoggedParts.Elements);
}
