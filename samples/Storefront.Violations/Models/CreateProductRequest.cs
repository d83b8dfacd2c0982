namespace Storefront.Violations.Models;

public sealed class CreateProductRequest
{
    public string Sku { get; set; } = "";

    public string Name { get; set; } = "";

    public decimal Price { get; set; }

    public int Stock { get; set; }
}
