using System.Security.Claims;
using BackendStandards;
using Microsoft.AspNetCore.Http.HttpResults;
using Storefront.Hosting;

namespace Storefront.Auth;

/// <summary>Registration, sign-in and the own account.</summary>
public static class AuthEndpoints
{
    /// <summary>Maps them below the given prefix.</summary>
    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/auth").WithTags("Auth");

        var open = auth.MapGroup("").AllowAnonymous().RequireRateLimiting(RateLimiting.SignInPolicy);
        open.MapPost("/register", RegisterAsync).WithSummary("Register a customer");
        open.MapPost("/login", LoginAsync).WithSummary("Sign in with email and password");

        auth.MapGet("/me", GetAccountAsync)
            .WithName("GetOwnAccount")
            .WithSummary("Show the own account")
            .RequireAuthorization()
            .ProducesApiErrors(StatusCodes.Status401Unauthorized);
    }

    private static async Task<Results<ApiCreated<AccountResponse>, ApiValidationFailed, ApiConflict>> RegisterAsync(
        RegisterRequest request,
        AccountService accounts,
        CancellationToken cancellationToken)
    {
        var outcome = await accounts.RegisterAsync(request, cancellationToken);
        return outcome.Value is { } account
            ? ApiResults.Created("/api/v1/auth/me", account)
            : ApiResults.Conflict(message: outcome.Reason);
    }

    private static async Task<Results<ApiOk<TokenResponse>, ApiValidationFailed, ApiUnauthorized>> LoginAsync(
        LoginRequest request,
        AccountService accounts,
        CancellationToken cancellationToken)
    {
        var response = await accounts.SignInAsync(request, cancellationToken);
        return response is null ? ApiResults.Unauthorized("The email address or the password is not right.") : ApiResults.Ok(response);
    }

    private static async Task<Results<ApiOk<AccountResponse>, ApiNotFound>> GetAccountAsync(
        ClaimsPrincipal user,
        AccountService accounts,
        CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(user.AccountId(), cancellationToken);
        return account is null ? ApiResults.NotFound("The account was not found.") : ApiResults.Ok(account);
    }
}
