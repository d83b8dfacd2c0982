using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>What the start-up code was seen to do. <paramref name="IsWhole"/>: there is an entry point, and all that it leads to was read.</summary>
internal sealed record Startup(MemberBody? Entry, IReadOnlyList<HostCall> Calls, IReadOnlyDictionary<IMethodSymbol, HostGuard> Guards, bool IsWhole)
{
    /// <summary>Whether code that is not seen may have configured something of a side: its absence is unknown then.</summary>
    public bool MayHoldMore(HostSide side) => !IsWhole || IsHandedOn(side);

    /// <summary>Whether another assembly is seen to have a hand in a side. Code that could not be read is none: half-typed code and a library say nothing of it.</summary>
    public bool IsHandedOn(HostSide side) => Calls.Any(call => call.IsForeign && call.Side == side);
}
