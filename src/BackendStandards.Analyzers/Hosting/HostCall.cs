using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>
/// A call of the start-up code, in the order in which it runs. <paramref name="IsForeign"/>: its code is in an assembly that is neither of this
/// compilation nor of a library that is known, so it may configure anything of its side.
/// </summary>
internal sealed record HostCall(IInvocationOperation Call, HostSide Side, HostGuard Guard, bool IsForeign)
{
    /// <summary>The name of the method.</summary>
    public string Name => Call.TargetMethod.Name;
}
