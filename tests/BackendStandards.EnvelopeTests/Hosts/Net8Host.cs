namespace BackendStandards.EnvelopeTests.Hosts;

/// <summary>Compiled for .NET 8; runs on it, or on the newest where it is not installed.</summary>
public sealed class Net8Host() : ProcessHost("dotnet", Repository.ApplicationOf("net8.0"));
