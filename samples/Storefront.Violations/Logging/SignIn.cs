using Storefront.Violations.Models;
using Storefront.Violations.Secrets;

namespace Storefront.Violations.Logging;

public sealed class SignIn(ILogger<SignIn> logger, IConfiguration configuration, TokenFactory tokens)
{
    public string? Check(LoginRequest request, HttpRequest http)
    {
        logger.LogInformation("User {Email} signs in with {Password}", request.Email, request.Password); // expect BST6001
        logger.LogDebug("Sent: {Header}", http.Headers.Authorization.ToString()); // expect BST6001
        if (request.Password.Length < 4)
        {
            logger.LogWarning($"{request.Email} was refused with {request.Password}"); // expect BST6001 // expect BST6020
            return null;
        }

        var accessToken = tokens.Create(request.Email);
        logger.LogInformation("Token for {Email}: {Token}", request.Email, accessToken); // expect BST6001
        return accessToken;
    }

    public string Reset(string email)
    {
        var resetToken = tokens.Create(email);
        Console.WriteLine($"Reset {email} with {resetToken}"); // expect BST6001
        Console.WriteLine("Mail leaves with {0}", configuration["Smtp:Password"]); // expect BST6001
        try
        {
            return resetToken[..12];
        }
        catch (ArgumentOutOfRangeException exception)
        {
            logger.LogError(exception, "No link could be made of {ResetToken}", resetToken); // expect BST6001
            throw;
        }
    }

    public void Remember(RecoveryCodes codes, string apiKey)
    {
        logger.LogInformation("Account {AccountId} may use {Code}", codes.AccountId, codes.First); // expect BST6001
        logger.Log(LogLevel.Information, new EventId(7), "Partner connected with {Value}", apiKey); // expect BST6001
    }

    // Right: a length, an id, a name, a hash, a mask, a word. None of them is the value.
    public void Quiet(LoginRequest request, string tokenId, string passwordHash, CancellationToken cancellationToken)
    {
        logger.LogInformation("A password of {PasswordLength} characters was sent", request.Password.Length);
        logger.LogInformation("Token {TokenId} was renewed", tokenId);
        logger.LogInformation("{Field} is missing", nameof(request.Password));
        logger.LogInformation("Signs in with {Masked}", Mask(request.Password));
        logger.LogInformation("Password hash of {Length}", passwordHash.Length);
        logger.LogInformation("Cancelled: {Cancelled}", cancellationToken.IsCancellationRequested);
        logger.LogInformation("The password was changed and every token revoked");
        Console.WriteLine("Enter your password:");
    }

    private static string Mask(string value) => new('*', Math.Min(value.Length, 3));
}
