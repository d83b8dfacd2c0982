using System.ComponentModel.DataAnnotations;

namespace Storefront.Orders;

/// <summary>An order as a customer sends it: what and how many, never a price.</summary>
public sealed class PlaceOrderRequest : IValidatableObject
{
    /// <summary>What is ordered, each product once.</summary>
    [Required, MinLength(1), MaxLength(50)]
    public required IReadOnlyList<OrderLineRequest> Lines { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lines.DistinctBy(line => line.ProductId).Count() != Lines.Count)
        {
            yield return new ValidationResult("Each product stands in one line only.", [nameof(Lines)]);
        }
    }
}
