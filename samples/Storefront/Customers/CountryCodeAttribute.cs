using System.ComponentModel.DataAnnotations;

namespace Storefront.Customers;

/// <summary>A country that the shop delivers to.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CountryCodeAttribute : ValidationAttribute
{
    private static readonly HashSet<string> s_served = new(StringComparer.Ordinal)
    {
        "AT", "BE", "CH", "DE", "DK", "ES", "FR", "IT", "LU", "NL", "PL", "PT", "SE",
    };

    /// <summary>Takes the message for a country that is not served.</summary>
    public CountryCodeAttribute()
        : base("The shop does not deliver to this country.")
    {
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is null || (value is string code && s_served.Contains(code));
}
