namespace BackendStandards.Analyzers.Hosting;

/// <summary>What a call of the start-up code configures, by the type it is made on.</summary>
internal enum HostSide
{
    /// <summary>Something else: configuration, logging, a builder of a library.</summary>
    Other,

    /// <summary>Services, or the host that holds them.</summary>
    Services,

    /// <summary>The pipeline of middleware.</summary>
    Pipeline,

    /// <summary>Endpoints.</summary>
    Endpoints,
}
