namespace BackendStandards.Analyzers.Logging;

/// <summary>The levels of the libraries in the words of one; the numbers are those of Microsoft's <c>LogLevel</c> and of Serilog's <c>LogEventLevel</c>.</summary>
internal enum LogSeverity
{
    /// <summary>Steps; Serilog's Verbose.</summary>
    Trace,

    /// <summary>Detail for developers.</summary>
    Debug,

    /// <summary>An operation.</summary>
    Information,

    /// <summary>Unexpected, but handled.</summary>
    Warning,

    /// <summary>Needs attention.</summary>
    Error,

    /// <summary>The system fails; Fatal elsewhere.</summary>
    Critical,
}
