namespace Storefront.Data;

/// <summary>Something that is sold.</summary>
public sealed class Product
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The stock keeping unit, unique.</summary>
    public required string Sku { get; set; }

    /// <summary>The name that customers read.</summary>
    public required string Name { get; set; }

    /// <summary>The text that customers read.</summary>
    public string Description { get; set; } = "";

    /// <summary>The price of one, in cents.</summary>
    public long PriceInCents { get; set; }

    /// <summary>How many are in the warehouse.</summary>
    public int Stock { get; set; }

    /// <summary>The shelf that it stands on.</summary>
    public int CategoryId { get; set; }

    /// <summary>The shelf that it stands on.</summary>
    public Category? Category { get; set; }

    /// <summary>Whether it is no longer sold; orders of the past still name it.</summary>
    public bool IsDiscontinued { get; set; }
}
