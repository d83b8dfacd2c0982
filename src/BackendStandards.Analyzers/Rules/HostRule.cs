using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>
/// A statement about what the application configures. <see cref="HostAnalysis"/> lists the rules and asks each of them about the documents in which
/// one of its names is written.
/// </summary>
internal abstract class HostRule(DiagnosticDescriptor descriptor, params string[] names)
{
    /// <summary>The names that end or begin the start of an application: one of them stands where it is anchored.</summary>
    protected static readonly string[] Anchors = ["Run", "RunAsync", "Build", "Start", "StartAsync"];

    /// <summary>What it reports.</summary>
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>The names of which one has to stand in a document, or there is nothing to check.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>Reports what is wrong in a document.</summary>
    public abstract void Check(HostContext context);
}
