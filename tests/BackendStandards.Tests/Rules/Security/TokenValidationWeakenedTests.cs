using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class TokenValidationWeakenedTests
{
    private const string Usings = """
        using System.IdentityModel.Tokens.Jwt; using System.Security.Claims; using System.Text;
        using Microsoft.IdentityModel.JsonWebTokens; using Microsoft.IdentityModel.Tokens;

        """;

    private static readonly FixTest<Only<HostAnalysis>, TokenValidationWeakenedFix> Verify = new(RuleCatalog.TokenValidationWeakened);

    private static string Bearer(string statements) =>
        Usings + "var builder = WebApplication.CreateBuilder(args); var env = builder.Environment; builder.Services.AddAuthentication().AddJwtBearer(options => { " + statements + " });";

    private static string Parameters(string members) => Bearer("options.TokenValidationParameters = new TokenValidationParameters { " + members + " };");

    [Theory]
    [InlineData("RequireSignedTokens")]
    [InlineData("ValidateIssuerSigningKey")]
    [InlineData("RequireExpirationTime")]
    [InlineData("ValidateLifetime")]
    [InlineData("ValidateIssuer")]
    [InlineData("ValidateAudience")]
    public Task Reports_checks_that_are_switched_off(string name) => Verify.Reports(Parameters($"{name} = [|false|], ClockSkew = TimeSpan.Zero"));

    [Theory]
    [InlineData("options.TokenValidationParameters.ValidateAudience = [|false|];")]
    [InlineData("options.RequireHttpsMetadata = [|false|];")]
    [InlineData("if (!env.IsDevelopment()) options.RequireHttpsMetadata = [|false|];")]
    [InlineData("options.TokenValidationParameters.ClockSkew = [|TimeSpan.FromMinutes(6)|];")]
    [InlineData("options.TokenValidationParameters.ClockSkew = [|TimeSpan.FromDays(1)|];")]
    [InlineData("options.TokenValidationParameters.ClockSkew = [|new TimeSpan(1, 0, 0)|];")]
    [InlineData("options.TokenValidationParameters.ClockSkew = [|TimeSpan.MaxValue|];")]
    [InlineData("options.TokenValidationParameters.[|SignatureValidator|] = (token, _) => new JwtSecurityToken(token);")]
    [InlineData("options.TokenValidationParameters.[|SignatureValidator|] = delegate (string token, TokenValidationParameters _) { var read = new JsonWebToken(token); return read; };")]
    [InlineData("options.TokenValidationParameters.[|IssuerSigningKeyValidator|] = (_, _, _) => true;")]
    [InlineData("options.TokenValidationParameters.[|LifetimeValidator|] = (_, _, _, _) => true;")]
    [InlineData("options.TokenValidationParameters.ValidAlgorithms = [[|SecurityAlgorithms.None|]];")]
    public Task Reports_what_weakens_the_validation(string statement) => Verify.Reports(Bearer(statement));

    [Fact]
    public Task Reports_a_validator_that_is_a_method() => Verify.Reports(Usings + """
        static class Tokens
        {
            public static TokenValidationParameters Make() => new() { [|SignatureValidator|] = Read };
            private static SecurityToken Read(string token, TokenValidationParameters parameters) => new JwtSecurityTokenHandler().ReadJwtToken(token);
        }
        """);

    [Fact]
    public Task Reports_OAuth_without_PKCE() => Verify.Reports("""var builder = WebApplication.CreateBuilder(args); builder.Services.AddAuthentication().AddOAuth("o", options => options.UsePkce = [|false|]);""");

    [Theory]
    [InlineData("return new ClaimsIdentity(handler.[|ReadJwtToken|](text).Claims);")]
    [InlineData("var token = handler.[|ReadJwtToken|](text); return new ClaimsIdentity(token.Claims, \"jwt\");")]
    [InlineData("var token = handler.[|ReadJwtToken|](text); var claims = token.Claims.ToList(); return new ClaimsIdentity(claims);")]
    public Task Reports_an_identity_made_of_a_token_that_was_only_read(string statements) =>
        Verify.Reports(Usings + "static class Tokens { public static ClaimsIdentity Read(JwtSecurityTokenHandler handler, string text) { " + statements + " } }");

    [Theory]
    [InlineData("ValidateAudience = true, ValidateLifetime = true, ClockSkew = TimeSpan.FromMinutes(5)")]
    [InlineData("ValidateAudience = !env.IsDevelopment()")]
    [InlineData("""ValidateIssuer = builder.Configuration.GetValue("Jwt:ValidateIssuer", true)""")]
    [InlineData("ClockSkew = new TimeSpan(0, 5, 0)")]
    [InlineData("""ClockSkew = TimeSpan.FromMinutes(builder.Configuration.GetValue("Jwt:Skew", 1))""")]
    [InlineData("ValidAlgorithms = [SecurityAlgorithms.HmacSha256]")]
    public Task Ignores_what_checks(string members) => Verify.Ignores(Parameters(members));

    [Theory]
    [InlineData("ValidateIssuer = false, IssuerValidator = (issuer, _, _) => issuer.StartsWith(\"https://login\") ? issuer : throw new SecurityTokenInvalidIssuerException()")]
    [InlineData("ValidateAudience = false, AudienceValidator = (audiences, _, _) => audiences.Contains(\"a\")")]
    public Task Ignores_a_multi_tenant_validator(string members) => Verify.Ignores(Parameters(members));

    [Theory]
    [InlineData("if (env.IsDevelopment()) options.RequireHttpsMetadata = false;")]
    [InlineData("if (env.IsDevelopment()) { options.TokenValidationParameters.ValidateAudience = false; }")]
    [InlineData("options.RequireHttpsMetadata = !env.IsDevelopment();")]
    public Task Ignores_development(string statement) => Verify.Ignores(Bearer(statement));

    [Fact]
    public Task Ignores_a_condition_that_is_not_decided() => Verify.Ignores(Bearer("""if (builder.Configuration["Lax"] == "yes") options.RequireHttpsMetadata = false;"""));

    [Theory]
    [InlineData("options.TokenValidationParameters.SignatureValidator = (token, _) => token.Length > 3 ? new JwtSecurityToken(token) : throw new SecurityTokenException();")]
    [InlineData("options.TokenValidationParameters.IssuerSigningKeyValidator = (key, _, _) => key.KeySize > 128;")]
    [InlineData("options.TokenValidationParameters.SignatureValidator = Check; SecurityToken Check(string token, TokenValidationParameters _) { var read = new JwtSecurityToken(token); if (read.RawSignature.Length == 0) throw new SecurityTokenException(); return read; }")]
    public Task Ignores_validators_that_check(string statement) => Verify.Ignores(Bearer(statement));

    [Fact]
    public Task Ignores_a_test_against_the_algorithm() => Verify.Ignores(Usings + "static class Tokens { public static bool IsSigned(JwtSecurityToken token) => token.SignatureAlgorithm != SecurityAlgorithms.None; }");

    [Fact]
    public Task Ignores_expired_tokens_that_are_renewed() => Verify.Ignores(Usings + """
        static class Tokens { public static ClaimsPrincipal GetPrincipalFromExpiredToken(string token, SecurityKey key) => new JwtSecurityTokenHandler().ValidateToken(token, new TokenValidationParameters { IssuerSigningKey = key, ValidateLifetime = false }, out _); }
        """);

    [Theory]
    [InlineData("public static string Id(JwtSecurityTokenHandler handler, string text) => handler.ReadJwtToken(text).Id;")]
    [InlineData("public static ClaimsIdentity Read(JwtSecurityTokenHandler handler, string text, TokenValidationParameters how) { handler.ValidateToken(text, how, out _); var token = handler.ReadJwtToken(text); return new ClaimsIdentity(token.Claims); }")]
    public Task Ignores_tokens_that_are_read_for_something_else(string member) => Verify.Ignores(Usings + "static class Tokens { " + member + " }");

    [Fact]
    public Task Ignores_own_types_of_the_same_names() => Verify.Ignores("class TokenValidationParameters { public bool ValidateIssuer { get; set; } public static TokenValidationParameters Make() => new() { ValidateIssuer = false }; }");

    [Fact]
    public Task Checks_again() => Verify.FixesAll(
        Usings + """
            static class Tokens
            {
                public static TokenValidationParameters Make(SecurityKey key) => new()
                {
                    // Ours.
                    ValidateIssuer = [|false|], // any
                    ValidateLifetime = [|false|],
                    [|SignatureValidator|] = (token, _) => new JwtSecurityToken(token),
                    ClockSkew = [|TimeSpan.FromHours(1)|],
                    IssuerSigningKey = key,
                };
            }
            """,
        Usings + """
            static class Tokens
            {
                public static TokenValidationParameters Make(SecurityKey key) => new()
                {
                    // Ours.
                    ValidateIssuer = true, // any
                    ValidateLifetime = true,
                    ClockSkew = TimeSpan.FromMinutes(5),
                    IssuerSigningKey = key,
                };
            }
            """);

    [Fact]
    public async Task The_server_refuses_tokens_after_that_it_took_before()
    {
        const string Source = """
            using System.Text;
            using Microsoft.IdentityModel.JsonWebTokens;
            using Microsoft.IdentityModel.Tokens;

            public static class Subject
            {
                private static readonly SymmetricSecurityKey Key = new(Encoding.UTF8.GetBytes("0123456789abcdef0123456789abcdef"));

                public static void Add(IServiceCollection services)
                {
                    services.AddAuthorization();
                    services.AddAuthentication("Bearer").AddJwtBearer(options =>
                    {
                        options.Events = new() { OnMessageReceived = context => { context.Token = context.Request.Query["token"]; return Task.CompletedTask; } };
                        options.TokenValidationParameters = new TokenValidationParameters
                        {
                            ValidIssuer = "us",
                            ValidAudience = "shop",
                            IssuerSigningKey = Key,
                            ValidateLifetime = false,
                            ValidateAudience = false,
                            RequireSignedTokens = false,
                        };
                    });
                }

                public static void Run(WebApplication app)
                {
                    app.MapGet("/me", () => "me").RequireAuthorization();
                    app.MapGet("/token", (string audience, int minutes, bool signed) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
                    {
                        Issuer = "us",
                        Audience = audience,
                        NotBefore = DateTime.UtcNow.AddDays(-1),
                        IssuedAt = DateTime.UtcNow.AddDays(-1),
                        Expires = DateTime.UtcNow.AddMinutes(minutes),
                        SigningCredentials = signed ? new SigningCredentials(Key, SecurityAlgorithms.HmacSha256) : null,
                    }));
                }
            }
            """;
        string[] kinds = ["audience=shop&minutes=60&signed=true", "audience=shop&minutes=-60&signed=true", "audience=other&minutes=60&signed=true", "audience=shop&minutes=60&signed=false"];
        var tokens = (await Served.AskAsync(Source, [.. kinds.Select(kind => $"GET /token?{kind}")])).Select(answer => answer[4..]);
        string[] requests = [.. tokens.Select(token => $"GET /me?token={token}"), "GET /me"];
        Assert.Equal(["200 me", "200 me", "200 me", "200 me", "401"], await Served.AskAsync(Source, requests));
        Assert.Equal(["200 me", "401", "401", "401", "401"], await Served.AskAsync(await Fixer.FixAsync(Source, "BST3052"), requests));
    }
}
