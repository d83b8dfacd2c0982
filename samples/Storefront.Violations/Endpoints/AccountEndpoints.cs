using Storefront.Violations.Data;
using Storefront.Violations.Logging;
using Storefront.Violations.Models;

namespace Storefront.Violations.Endpoints;

public static class AccountEndpoints
{
    public static void MapAccounts(this WebApplication app)
    {
        var api = app.MapGroup("/api"); // expect BST1030
        var auth = api.MapGroup("/auth").AllowAnonymous();
        auth.MapPost("/login", Login); // expect BST3031 // expect BST8002
        auth.MapPost("/reset", (string email, SignIn signIn) => TypedResults.Ok(signIn.Reset(email)));

        var accounts = api.MapGroup("/accounts").RequireAuthorization();
        accounts.MapGet("/{email}", (string email, OrderQueries queries) => queries.ByCustomerAsync(email));
        accounts.MapPost("/", (
            CustomerRequest request, // expect BST3001
            CustomerQueries customers) =>
            customers.ByEmailAndRegionAsync(request.Email, request.Region ?? "north"));
    }

    private static IResult Login(
        LoginRequest request, // expect BST3001
        HttpRequest http,
        SignIn signIn) =>
        signIn.Check(request, http) is { } token ? TypedResults.Ok(token) : TypedResults.Unauthorized();
}
