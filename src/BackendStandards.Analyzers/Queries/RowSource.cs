using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Queries;

/// <summary>
/// Where rows come from. <paramref name="IsSeen"/>: on every way back stands a query that is known, and every call between is one whose meaning is known.
/// <paramref name="Origins"/> are those queries, <paramref name="Steps"/> the calls between, those nearest to the end first.
/// </summary>
internal sealed record RowSource(bool IsSeen, IReadOnlyList<IOperation> Origins, IReadOnlyList<IInvocationOperation> Steps)
{
    /// <summary>Nothing is known.</summary>
    public static readonly RowSource Unseen = new(false, [], []);

    /// <summary>Whether a call of one of some names stands on the way.</summary>
    public bool Has(Func<string, bool> name) => Steps.Any(step => name(step.TargetMethod.Name));

    /// <summary>The type of the rows of a table; null where the origin is no table.</summary>
    public ITypeSymbol? Entity => Origins.Select(QueryNames.EntityOf).FirstOrDefault(entity => entity is not null);
}
