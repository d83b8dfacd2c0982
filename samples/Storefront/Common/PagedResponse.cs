using BackendStandards;

namespace Storefront.Common;

/// <summary>One page of a list, and how long the list is.</summary>
/// <param name="Items">The items of this page, in a stable order.</param>
/// <param name="Page">The number of this page, from 1.</param>
/// <param name="PageSize">How many items a full page has.</param>
/// <param name="Total">How many items all pages have together.</param>
public sealed record PagedResponse<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total)
{
    /// <summary>The page as the answer of a handler.</summary>
    internal ApiPaged<T> ToResult() => ApiResults.Paged(Items, Page, PageSize, Total);

    /// <summary>The page as the body that an action answers with.</summary>
    internal ApiResponse<IReadOnlyList<T>> ToBody() => ApiResponse.Paged(Items, Page, PageSize, Total);

    internal PagedResponse<TOther> Select<TOther>(Func<T, TOther> map) =>
        new(Items.Select(map).ToList(), Page, PageSize, Total);
}
