namespace BackendStandards;

/// <summary>The shop's own codes, beside those that every backend has.</summary>
public static partial class ErrorCodes
{
    /// <summary>The bank did not accept the card.</summary>
    public const string CardDeclined = "CARD_DECLINED";
}
