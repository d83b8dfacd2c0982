using Storefront.Common;
using Storefront.Data;

namespace Storefront.Catalog;

/// <summary>A product as everybody sees it.</summary>
/// <param name="Id">The product's id.</param>
/// <param name="Sku">The stock keeping unit.</param>
/// <param name="Name">The name.</param>
/// <param name="Description">The text.</param>
/// <param name="Price">The price of one.</param>
/// <param name="Stock">How many are in the warehouse.</param>
/// <param name="CategoryId">The shelf.</param>
public sealed record ProductResponse(
    int Id,
    string Sku,
    string Name,
    string Description,
    decimal Price,
    int Stock,
    int CategoryId)
{
    internal static ProductResponse From(Product product) => new(
        product.Id,
        product.Sku,
        product.Name,
        product.Description,
        Money.FromCents(product.PriceInCents),
        product.Stock,
        product.CategoryId);
}
