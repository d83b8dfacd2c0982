namespace Storefront.Violations.Logging;

public static partial class ShopLog
{
    private static readonly Action<ILogger, int, string, Exception?> s_cardChecked = LoggerMessage.Define<int, string>(
        LogLevel.Information, new EventId(2), "Order {OrderId} was checked with {CardPin}");

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Client {ClientName} registered with {ClientSecret}")]
    public static partial void ClientRegistered(ILogger logger, string clientName, string clientSecret);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Client {ClientName} renewed token {TokenId}")]
    public static partial void TokenRenewed(ILogger logger, string clientName, string tokenId);

    public static void CardChecked(ILogger logger, int orderId, string cardPin) =>
        s_cardChecked(logger, orderId, cardPin, null); // expect BST6001

    public static void Register(ILogger logger, string name, string clientSecret)
    {
        ClientRegistered(logger, name, clientSecret); // expect BST6001
        TokenRenewed(logger, name, name.GetHashCode(StringComparison.Ordinal).ToString("x"));
    }
}
