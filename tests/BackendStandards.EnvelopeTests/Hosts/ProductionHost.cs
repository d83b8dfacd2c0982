namespace BackendStandards.EnvelopeTests.Hosts;

/// <summary>As it is deployed.</summary>
public sealed class ProductionHost() : InProcessHost("Production");
