using System.ComponentModel.DataAnnotations;
using Storefront.Common;

namespace Storefront.Catalog;

/// <summary>A product as an administrator writes it.</summary>
public sealed class ProductRequest : IValidatableObject
{
    /// <summary>The stock keeping unit, such as <c>BK-0001</c>.</summary>
    [Required, StringLength(32), RegularExpression("^[A-Z]{2}-[0-9]{4}$")]
    public required string Sku { get; init; }

    /// <summary>The name that customers read.</summary>
    [Required, StringLength(160, MinimumLength = 2)]
    public required string Name { get; init; }

    /// <summary>The text that customers read.</summary>
    [StringLength(4000)]
    public string? Description { get; init; }

    /// <summary>The price of one.</summary>
    [Range(typeof(decimal), "0.01", Money.MaximumPrice, ParseLimitsInInvariantCulture = true)]
    public decimal Price { get; init; }

    /// <summary>How many are in the warehouse.</summary>
    [Range(0, 1_000_000)]
    public int Stock { get; init; }

    /// <summary>The shelf.</summary>
    [Range(1, int.MaxValue)]
    public int CategoryId { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (decimal.Round(Price, 2) != Price)
        {
            yield return new ValidationResult("A price has at most two decimals.", [nameof(Price)]);
        }
    }
}
