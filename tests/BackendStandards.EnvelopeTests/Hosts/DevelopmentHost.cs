namespace BackendStandards.EnvelopeTests.Hosts;

/// <summary>On a developer's machine, where ASP.NET Core is talkative.</summary>
public sealed class DevelopmentHost() : InProcessHost("Development");
