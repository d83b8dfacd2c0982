using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Storefront.Common;
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
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<Results<Created<AccountResponse>, ValidationProblem, ProblemHttpResult>> RegisterAsync(
        RegisterRequest request,
        AccountService accounts,
        CancellationToken cancellationToken)
    {
        var outcome = await accounts.RegisterAsync(request, cancellationToken);
        return outcome.Value is { } account
            ? TypedResults.Created("/api/v1/auth/me", account)
            : Problems.Conflict(outcome.Reason);
    }

    private static async Task<Results<Ok<TokenResponse>, ValidationProblem, UnauthorizedHttpResult>> LoginAsync(
        LoginRequest request,
        AccountService accounts,
        CancellationToken cancellationToken)
    {
        var response = await accounts.SignInAsync(request, cancellationToken);
        return response is null ? TypedResults.Unauthorized() : TypedResults.Ok(response);
    }

    private static async Task<Results<Ok<AccountResponse>, ProblemHttpResult>> GetAccountAsync(
        ClaimsPrincipal user,
        AccountService accounts,
        CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(user.AccountId(), cancellationToken);
        return account is null ? Problems.NotFound("The account") : TypedResults.Ok(account);
    }
}
