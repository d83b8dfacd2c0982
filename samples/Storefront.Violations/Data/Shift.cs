using System.ComponentModel.DataAnnotations;

namespace Storefront.Violations.Data;

public sealed class Shift
{
    public int Id { get; set; }

    [Required, StringLength(80)]
    public string Name { get; set; } = "";

    public bool IsApproved { get; set; }
}
