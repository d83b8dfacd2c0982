using System.ComponentModel.DataAnnotations;

namespace Storefront.Violations.Models;

public sealed record DraftRequest([Required, StringLength(500)] string Text, [Required, StringLength(40)] string OwnerId);
