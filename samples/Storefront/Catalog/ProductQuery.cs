using System.ComponentModel.DataAnnotations;

namespace Storefront.Catalog;

/// <summary>In which order products are listed.</summary>
public enum ProductOrder
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>The cheapest first.</summary>
    Price,

    /// <summary>The newest first.</summary>
    Newest,
}

/// <summary>Which products are listed.</summary>
public sealed class ProductQuery
{
    /// <summary>A part of the name.</summary>
    [StringLength(80)]
    public string? Search { get; init; }

    /// <summary>The shelves, all if there is none.</summary>
    [MaxLength(20)]
    public int[] CategoryIds { get; init; } = [];

    /// <summary>In which order.</summary>
    [EnumDataType(typeof(ProductOrder))]
    public ProductOrder Order { get; init; }
}
