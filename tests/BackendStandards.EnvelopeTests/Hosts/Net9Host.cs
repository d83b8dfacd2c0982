namespace BackendStandards.EnvelopeTests.Hosts;

/// <summary>Compiled for .NET 9; runs on it, or on the newest where it is not installed.</summary>
public sealed class Net9Host() : ProcessHost("dotnet", Repository.ApplicationOf("net9.0"));
