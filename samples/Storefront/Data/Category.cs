namespace Storefront.Data;

/// <summary>A shelf of the shop.</summary>
public sealed class Category
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The name on the shelf.</summary>
    public required string Name { get; set; }
}
