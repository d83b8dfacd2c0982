using System.ComponentModel.DataAnnotations;

namespace Storefront.Violations.Models;

// Each of these is validated, or has nothing to validate.

public sealed class ReviewRequest
{
    [Required, StringLength(2000)]
    public string Text { get; set; } = "";

    [Range(1, 5)]
    public int Stars { get; set; }
}

public sealed record CouponRequest([Required, StringLength(20)] string Code);

public sealed class DeliveryRequest : IValidatableObject
{
    public string Street { get; set; } = "";

    public string City { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Street.Length is 0 or > 160 || City.Length is 0 or > 80)
        {
            yield return new ValidationResult("An address has a street and a city.");
        }
    }
}

public sealed record StockChange(int ProductId, int Change);

public sealed record ProductSwitch(Guid Request, bool Visible, ProductState State);

public enum ProductState
{
    Draft,
    Sold,
    Discontinued,
}
