using System.ComponentModel.DataAnnotations;

namespace Storefront.Common;

/// <summary>Which page of a list is asked for.</summary>
public sealed class PageRequest
{
    /// <summary>The largest page that any list answers with.</summary>
    public const int MaximumPageSize = 100;

    /// <summary>The number of the page, from 1.</summary>
    [Range(1, 100_000)]
    public int? Page { get; init; }

    /// <summary>How many items a page has.</summary>
    [Range(1, MaximumPageSize)]
    public int? PageSize { get; init; }

    internal int Number => Page ?? 1;

    internal int Size => Math.Min(PageSize ?? 20, MaximumPageSize);

    internal int Offset => (Number - 1) * Size;
}
