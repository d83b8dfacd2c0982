namespace Storefront.Violations.Logging;

public sealed class Registration
{
    public int Id { get; init; }

    public string Name { get; init; } = "";

    public string Password { get; init; } = "";
}

public sealed class OrderJournal(ILogger<OrderJournal> logger)
{
    public void Placed(int orderId, decimal total, string phone)
    {
        logger.LogInformation($"Order {orderId} over {total:N2} was placed"); // expect BST6020
        logger.LogInformation("Order " + orderId + " waits for its payment"); // expect BST6020
        logger.LogInformation("Order {OrderId} is announced to {Phone}", orderId, phone); // expect BST6004
    }

    public void Registered(Registration registration)
    {
        logger.LogInformation("Registered {@Registration}", registration); // expect BST6002
        var entered = registration.Password;
        logger.LogDebug("Entered was {Entered}", entered); // expect BST6001
    }

    public void Archive(string path)
    {
        try
        {
            File.Move(path, path + ".old");
        }
        catch (IOException exception)
        {
            logger.LogError("{Path} stays: {Reason}", path, exception.Message); // expect BST6022
        }
        catch (Exception exception)
        {
            logger.LogDebug(exception, "{Path} stays", path); // expect BST6023
        }
    }

    // Right: templates, an identifier, an exception that is passed, an expected one told in a sentence.
    public void Quiet(int orderId, Registration registration, string path)
    {
        logger.LogInformation("Order {OrderId} was placed", orderId);
        logger.LogInformation("Registered {RegistrationId}", registration.Id);
        try
        {
            File.Delete(path);
        }
        catch (FileNotFoundException exception)
        {
            logger.LogInformation("{Path} is gone already: {Reason}", path, exception.Message);
        }
        catch (IOException exception)
        {
            logger.LogError(exception, "{Path} stays", path);
        }
    }
}
