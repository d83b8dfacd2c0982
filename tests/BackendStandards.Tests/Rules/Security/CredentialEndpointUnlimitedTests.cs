using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class CredentialEndpointUnlimitedTests
{
    private const string App = "using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.RateLimiting; using Microsoft.AspNetCore.Identity;\nvar app = WebApplication.Create(args);\n";
    private const string Models = "\npublic record Credentials(string UserName, string Password); public record Otp(string Phone, string Code); public record Device(string Name);\n";

    private static readonly FixTest<Only<EndpointAnalysis>, CredentialEndpointUnlimitedFix> Verify = new(RuleCatalog.CredentialEndpointUnlimited);

    [Theory]
    [InlineData("login")]
    [InlineData("log-in")]
    [InlineData("users/login")]
    [InlineData("account/sign-in")]
    [InlineData("admin/UserLogin")]
    [InlineData("token")]
    [InlineData("register")]
    [InlineData("sign-up")]
    [InlineData("user-registrations")]
    [InlineData("register-new-user")]
    [InlineData("forgot-password")]
    [InlineData("password-reset")]
    [InlineData("users/{id}/reset-password")]
    [InlineData("authenticate")]
    public Task Reports_by_the_route(string route) => Verify.Reports(App + $$"""app.[|MapPost|]("/{{route}}", (Credentials credentials) => "");""" + Models);

    [Theory]
    [InlineData("verify")]
    [InlineData("otp")]
    [InlineData("verify-otp")]
    [InlineData("2fa")]
    public Task Reports_codes(string route) => Verify.Reports(App + $$"""app.[|MapPost|]("/{{route}}", (Otp otp) => "");""" + Models);

    [Fact]
    public Task Reports_by_the_handler() => Verify.Reports(App + """
        app.MapControllers();
        app.[|MapPost|]("/auth", Handlers.LoginAsync);
        static class Handlers { public static Task<string> LoginAsync(Credentials credentials) => Task.FromResult(""); }
        [ApiController, Route("api/account")] public class AccountController : ControllerBase
        {
            [HttpPost] public string [|Login|](Credentials credentials) => "";
            [HttpPost("[action]")] public string [|Register|](Credentials credentials) => "";
            [HttpPost("reset"), DisableRateLimiting] public string [|Reset|](Credentials credentials) => "";
        }
        """ + Models);

    [Fact]
    public Task Ignores_what_has_a_limit() => Verify.Ignores(App + """
        app.MapControllers();
        app.MapPost("/login", (Credentials credentials) => "").RequireRateLimiting("auth");
        app.MapGroup("/auth").RequireRateLimiting("auth").MapPost("/register", (Credentials credentials) => "");
        [ApiController, EnableRateLimiting("auth")] public class AccountController : ControllerBase { [HttpPost("token")] public string Token(Credentials credentials) => ""; }
        """ + Models);

    [Theory]
    [InlineData("""app.MapPost("/devices/register", (Device device) => "");""")]
    [InlineData("""app.MapPost("/orders/{id}/verify", (int id) => "");""")]
    [InlineData("""app.MapGet("/login", () => "");""")]
    [InlineData("""app.MapPost("/external-login", (string provider) => "");""")]
    [InlineData("""app.MapPost("/google/login", (string code) => "");""")]
    [InlineData("""app.MapPost("/logout", () => "");""")]
    [InlineData("""app.MapGet("/logins", () => "");""")]
    [InlineData("""app.MapPost("/login-history", (Device device) => "");""")]
    [InlineData("""app.MapPost("/addresses/verify", (Region region) => ""); record Region(string CountryCode, string PostalCode);""")]
    [InlineData("""app.MapPost("/users/register", (Credentials credentials) => "").RequireAuthorization("admin");""")]
    public Task Ignores_what_tries_no_credentials(string mapping) => Verify.Ignores(App + mapping + Models);

    [Theory]
    [InlineData("""app.MapPost("/login", async (Credentials credentials, SignInManager<IdentityUser> manager) => (await manager.PasswordSignInAsync("", credentials.Password, false, lockoutOnFailure: true)).Succeeded);""")]
    [InlineData("""app.MapPost("/login", (Credentials credentials, System.Threading.RateLimiting.RateLimiter limiter) => limiter.AttemptAcquire().IsAcquired);""")]
    [InlineData("""app.MapPost("/login", (Credentials credentials) => "").AddEndpointFilter<ThrottlingFilter>(); class ThrottlingFilter : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); }""")]
    [InlineData("""app.UseMiddleware<LoginThrottling>(); app.MapPost("/login", (Credentials credentials) => ""); class LoginThrottling(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => next(context); }""")]
    [InlineData("""app.MapIdentityApi<IdentityUser>();""")]
    public Task Ignores_accounts_that_lock_and_limits_of_ones_own(string mapping) => Verify.Ignores(App + mapping + Models);

    [Fact]
    public Task Ignores_a_group_that_another_assembly_hands_in() => Verify.Ignores(
        """public static class Auth { public static void MapAuth(this IEndpointRouteBuilder routes) => routes.MapPost("/login", (Credentials credentials) => ""); }""" + Models);

    [Fact]
    public Task Asks_for_the_policy_that_there_is() => Verify.FixesAll(Program("""
        app.[|MapPost|]("/login", (Credentials credentials) => "")
            .WithName("Login"); // in
        """, """
        /// <summary>Registers.</summary>
            [HttpPost("register")]
            public string [|Register|](Credentials credentials) => "";
        """), Program("""
        app.MapPost("/login", (Credentials credentials) => "").RequireRateLimiting("auth")
            .WithName("Login"); // in
        """, """
        /// <summary>Registers.</summary>
            [HttpPost("register")]
            [EnableRateLimiting("auth")]
            public string Register(Credentials credentials) => "";
        """));

    [Fact]
    public Task Offers_nothing_where_no_policy_is_seen() => Verify.OffersNoFix(App + """app.[|MapPost|]("/login", (Credentials credentials) => "");""" + Models);

    [Theory]
    [InlineData("""app.MapPost("/login", (Credentials credentials) => credentials.UserName);""", "")]
    [InlineData("app.MapControllers();", """[HttpPost("/login")] public string Login(Credentials credentials) => credentials.UserName;""")]
    public async Task The_server_turns_the_third_attempt_away_after_and_none_before(string mapping, string action)
    {
        var source = $$"""
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            Subject.Add(builder.Services);
            var app = builder.Build();
            Subject.Run(app);
            app.Run();
            public static class Subject
            {
                public static void Add(IServiceCollection services) => services.AddRateLimiter(options =>
                {
                    options.RejectionStatusCode = 429;
                    Microsoft.AspNetCore.RateLimiting.RateLimiterOptionsExtensions.AddFixedWindowLimiter(options, "auth", limit => { limit.PermitLimit = 2; limit.Window = TimeSpan.FromHours(1); });
                });
                public static void Run(WebApplication app) { app.UseRateLimiter(); app.MapGet("/other", () => "other"); {{mapping}} }
            }
            [ApiController] public class AccountController : ControllerBase { {{action}} }
            """ + Models;
        var repaired = await Fixer.FixAsync(source, "BST3031");
        string[] requests = [.. Enumerable.Repeat("""POST /login {"userName":"a","password":"b"}""", 3), "GET /other"];
        Assert.Equal(["200 a", "200 a", "200 a", "200 other"], await Served.AskAsync(source, requests));
        Assert.Equal(["200 a", "200 a", "429", "200 other"], await Served.AskAsync(repaired, requests));
    }

    private static string Program(string mapping, string action) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.RateLimiting;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRateLimiter(options => options.AddFixedWindowLimiter("auth", limit => limit.PermitLimit = 2));
        var app = builder.Build();
        app.UseRateLimiter();
        app.MapControllers();
        {{mapping}}
        app.Run();
        [ApiController]
        public class AccountController : ControllerBase
        {
            {{action}}
        }
        """ + Models;
}
