namespace Storefront.Violations.Models;

public sealed class ProductFilter
{
    public string? Name { get; set; }

    public int? PageSize { get; set; }
}
