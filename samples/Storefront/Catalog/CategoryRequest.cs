using System.ComponentModel.DataAnnotations;

namespace Storefront.Catalog;

/// <summary>A shelf as an administrator writes it.</summary>
/// <param name="Name">The name on the shelf.</param>
public sealed record CategoryRequest([Required, StringLength(80, MinimumLength = 2)] string Name);
