namespace BackendStandards.Analyzers.Logging;

/// <summary>The libraries whose log statements are read.</summary>
internal enum LoggingLibrary
{
    /// <summary>Microsoft.Extensions.Logging, and extension methods of its logger.</summary>
    Microsoft,

    /// <summary>Serilog.</summary>
    Serilog,

    /// <summary>NLog.</summary>
    NLog,

    /// <summary>log4net, which has numbered placeholders only, in methods of their own.</summary>
    Log4Net,
}
