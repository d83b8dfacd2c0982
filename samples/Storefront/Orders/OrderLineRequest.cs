using System.ComponentModel.DataAnnotations;

namespace Storefront.Orders;

/// <summary>One product of an order.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Quantity">How many.</param>
public sealed record OrderLineRequest(
    [Range(1, int.MaxValue)] int ProductId,
    [Range(1, 100)] int Quantity);
