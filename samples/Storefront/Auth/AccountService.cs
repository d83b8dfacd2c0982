using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Auth;

/// <summary>Makes accounts and checks their passwords.</summary>
public sealed class AccountService(
    StoreDbContext database,
    IPasswordHasher<Account> passwordHasher,
    TokenIssuer tokens,
    TimeProvider clock,
    ILogger<AccountService> logger)
{
    /// <summary>Makes an account with its customer.</summary>
    public async Task<Outcome<AccountResponse>> RegisterAsync(RegisterRequest request, CancellationToken cancellationToken)
    {
        var email = request.Email.Trim().ToLowerInvariant();
        if (await database.Accounts.AnyAsync(x => x.Email == email, cancellationToken))
        {
            return Outcome<AccountResponse>.Conflict("This email address cannot be registered.");
        }

        var account = new Account
        {
            Email = email,
            Role = Roles.Customer,
            CreatedAt = clock.GetUtcNow(),
            Customer = new Customer { FullName = request.FullName },
        };
        account.PasswordHash = passwordHasher.HashPassword(account, request.Password);
        database.Accounts.Add(account);
        await database.SaveChangesAsync(cancellationToken);

        logger.LogInformation("Account {AccountId} was registered", account.Id);
        return Outcome<AccountResponse>.Done(new AccountResponse(account.Id, account.Email, account.Role));
    }

    /// <summary>Signs a token for the account, or gives null where the credentials are wrong.</summary>
    public async Task<TokenResponse?> SignInAsync(LoginRequest request, CancellationToken cancellationToken)
    {
        var email = request.Email.Trim().ToLowerInvariant();
        var account = await database.Accounts
            .Include(x => x.Customer)
            .SingleOrDefaultAsync(x => x.Email == email, cancellationToken);
        if (account is null)
        {
            // Takes as long as a wrong password does, so that time does not tell which addresses exist.
            passwordHasher.HashPassword(new Account { Email = email, Role = Roles.Customer }, request.Password);
            logger.LogWarning("A sign-in for an unknown account was refused");
            return null;
        }

        var verdict = passwordHasher.VerifyHashedPassword(account, account.PasswordHash, request.Password);
        if (verdict == PasswordVerificationResult.Failed)
        {
            logger.LogWarning("A sign-in for account {AccountId} was refused", account.Id);
            return null;
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = passwordHasher.HashPassword(account, request.Password);
            await database.SaveChangesAsync(cancellationToken);
        }

        logger.LogInformation("Account {AccountId} signed in", account.Id);
        return tokens.Issue(account);
    }

    /// <summary>The account with this id, or null.</summary>
    public async Task<AccountResponse?> FindAsync(int accountId, CancellationToken cancellationToken) =>
        await database.Accounts
            .Where(x => x.Id == accountId)
            .Select(x => new AccountResponse(x.Id, x.Email, x.Role))
            .SingleOrDefaultAsync(cancellationToken);
}
