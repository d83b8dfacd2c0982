namespace Storefront.Violations.Data;

public sealed class Draft
{
    public int Id { get; set; }

    public string OwnerId { get; set; } = "";

    public string Text { get; set; } = "";

    public bool IsApproved { get; set; }
}
