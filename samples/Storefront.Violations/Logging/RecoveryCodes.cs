namespace Storefront.Violations.Logging;

public sealed class RecoveryCodes
{
    public int AccountId { get; init; }

    [Sensitive]
    public string First { get; init; } = "";
}
