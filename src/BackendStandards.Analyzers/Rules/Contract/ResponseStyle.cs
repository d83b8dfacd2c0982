namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>The format that an API answers in.</summary>
internal enum ResponseStyle
{
    /// <summary>The envelope where the project has it; where it has no problem details either, a choice is suggested.</summary>
    Auto,

    /// <summary>The response envelope.</summary>
    Envelope,

    /// <summary>Problem details for errors, bare data for successes.</summary>
    ProblemDetails,

    /// <summary>Any.</summary>
    None,
}
