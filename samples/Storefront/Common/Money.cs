namespace Storefront.Common;

/// <summary>Amounts are stored in cents: SQLite has no decimal type, and sums must be exact.</summary>
public static class Money
{
    /// <summary>The highest price that one product may have.</summary>
    public const string MaximumPrice = "1000000";

    /// <summary>Rounds an amount to whole cents.</summary>
    public static long ToCents(decimal amount) => (long)decimal.Round(amount * 100m, MidpointRounding.ToEven);

    /// <summary>Turns cents into an amount.</summary>
    public static decimal FromCents(long cents) => cents / 100m;
}
