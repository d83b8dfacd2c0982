namespace Storefront.Violations.Models;

public sealed record DraftView(int Id, string Text);
