namespace BackendStandards.Analyzers.Logging;

/// <summary>What the levels are called in each library.</summary>
internal static class LevelNames
{
    /// <summary>The method that writes at another level: <c>LogError</c> for <c>LogInformation</c>, <c>Warn</c> for <c>Info</c>. Null for a method that is told its level.</summary>
    public static string? MethodFor(LogStatement statement, LogSeverity wanted)
    {
        var method = statement.Call.TargetMethod.Name;
        var suffix = method.EndsWith("Format", StringComparison.Ordinal) ? "Format" : "";
        return method is "Log" or "Write" or "BeginScope" ? null : method.StartsWith("Log", StringComparison.Ordinal) ? $"Log{wanted}" : NameOf(statement.Library, wanted) + suffix;
    }

    /// <summary>A level as the library calls it.</summary>
    public static string NameOf(LoggingLibrary library, LogSeverity level) => (library, level) switch
    {
        (LoggingLibrary.Serilog, LogSeverity.Trace) => "Verbose",
        (LoggingLibrary.NLog or LoggingLibrary.Log4Net, LogSeverity.Information) => "Info",
        (LoggingLibrary.NLog or LoggingLibrary.Log4Net, LogSeverity.Warning) => "Warn",
        (not LoggingLibrary.Microsoft, LogSeverity.Critical) => "Fatal",
        _ => level.ToString(),
    };
}
