namespace BackendStandards.EnvelopeTests.Hosts;

/// <summary>Compiled to native code.</summary>
public sealed class NativeHost() : ProcessHost(Repository.NativeApplication ?? "");
