namespace Storefront.Reports;

/// <summary>What was sold of one product.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Quantity">How many were sold.</param>
/// <param name="Revenue">What they brought in.</param>
public sealed record ProductSales(int ProductId, string Name, long Quantity, decimal Revenue);
