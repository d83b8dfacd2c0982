using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>A statement about a query to a database. <see cref="QueryAnalysis"/> lists the rules and asks each of them about the documents in which one of its names is written.</summary>
internal abstract class QueryRule(DiagnosticDescriptor descriptor, params string[] names)
{
    /// <summary>What it reports.</summary>
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>The names of which one has to stand in a document, or there is nothing to check.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>Reports what is wrong in a document.</summary>
    public abstract void Check(QueryContext context);
}
