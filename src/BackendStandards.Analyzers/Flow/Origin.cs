namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// Where a value may come from. <see cref="Constant"/> and <see cref="Harmless"/> are the answers that let a sink pass; the next three are
/// unknown in three ways that must stay apart. The higher the flag, the more a rule about texts wants to hear of it. The last two say
/// what a value holds, whoever chose it: rules about texts pass over them, rules about disclosure ask for them alone.
/// </summary>
[Flags]
internal enum Origin
{
    None = 0,

    /// <summary>The question was given up: too many steps, or an incomplete list of callers. Never reported, always counted.</summary>
    Budget = 1,

    /// <summary>Written in the source.</summary>
    Constant = 2,

    /// <summary>A number, a date, an enum, a quoted name: whoever chose it, the text cannot leave its place.</summary>
    Harmless = 4,

    /// <summary>A library's result or a shape of the language that nothing is known of.</summary>
    Unmodelled = 8,

    /// <summary>A parameter that outside code can pass and nobody in this compilation does.</summary>
    OpenParameter = 16,

    /// <summary>Database rows, files, sockets, environment, console.</summary>
    External = 32,

    /// <summary>What the request of an endpoint holds.</summary>
    Request = 64,

    /// <summary>What an exception that was caught or handed over says: its message, its stack.</summary>
    Exception = 128,

    /// <summary>A member or variable that the host of the model marks: a password, a token.</summary>
    Secret = 256,

    /// <summary>A look-up that found nothing gives null.</summary>
    Lookup = 512,

    /// <summary>Those that tell who chose a text.</summary>
    Text = Unmodelled | OpenParameter | External | Request,
}
