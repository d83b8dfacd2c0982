namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>The results that a handler can return on any path. <paramref name="AllSeen"/>: every returned value was followed to what makes it.</summary>
internal sealed record PossibleResults(IReadOnlyList<PossibleResult> Items, bool AllSeen)
{
    public static readonly PossibleResults Unseen = new([], false);

    /// <summary>The status codes that are seen, in order.</summary>
    public IReadOnlyList<int> Statuses => [.. Items.Select(result => result.Status).OfType<int>().Distinct().OrderBy(status => status)];
}
