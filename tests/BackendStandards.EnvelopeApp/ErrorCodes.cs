namespace BackendStandards;

/// <summary>The application's own codes, beside those that it is given.</summary>
public static partial class ErrorCodes
{
    /// <summary>An order that is closed does not change.</summary>
    public const string OrderClosed = "ORDER_CLOSED";
}
