using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class InsecureCookieTests
{
    private static Task FixesStatement(string before, string after) => Verify.FixesAll(Handler(before), Handler(after));

    [Theory]
    [InlineData("""response.Cookies.[|Append|]("sid", token);""", """response.Cookies.Append("sid", token, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });""")]
    [InlineData("""response.Cookies.Append("sid", token, [|new CookieOptions()|]);""", """response.Cookies.Append("sid", token, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });""")]
    [InlineData("""response.Cookies.Append("sid", token, [|new()|]);""", """response.Cookies.Append("sid", token, new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });""")]
    [InlineData("""response.Cookies.Append("sid", token, [|new CookieOptions { HttpOnly = true }|]);""", """response.Cookies.Append("sid", token, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });""")]
    [InlineData("""response.Cookies.Append("sid", token, [|new CookieOptions { Secure = /* later */ false, HttpOnly = true, SameSite = SameSiteMode.Lax }|]);""", """response.Cookies.Append("sid", token, new CookieOptions { Secure = /* later */ true, HttpOnly = true, SameSite = SameSiteMode.Lax });""")]
    [InlineData("""var options = [|new CookieOptions { HttpOnly = true }|]; options.Secure = false; response.Cookies.Append("sid", token, options);""", """var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax }; options.Secure = true; response.Cookies.Append("sid", token, options);""")]
    [InlineData("""response.Cookies.[|Append|]("a", token); response.Cookies.[|Append|]("b", token);""", """response.Cookies.Append("a", token, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax }); response.Cookies.Append("b", token, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });""")]
    public Task Protects_a_cookie(string before, string after) => FixesStatement(before, after);

    [Fact]
    public Task Keeps_lines_and_comments() => FixesStatement(
        """
        response.Cookies.Append("sid", token, [|new CookieOptions
        {
            // Not for scripts.
            HttpOnly = true, // never
            Expires = DateTimeOffset.UtcNow.AddDays(1), // a day
        }|]);
        """,
        """
        response.Cookies.Append("sid", token, new CookieOptions
        {
            // Not for scripts.
            HttpOnly = true, // never
            Expires = DateTimeOffset.UtcNow.AddDays(1), // a day
            Secure = true,
            SameSite = SameSiteMode.Lax,
        });
        """);

    [Fact]
    public Task Protects_a_cookie_that_the_application_configures() => Verify.FixesAll(
        Services("builder.Services.AddAuthentication().AddCookie(options => { options.Cookie.SecurePolicy = [|CookieSecurePolicy.None|]; options.Cookie.HttpOnly = [|false|]; });"),
        Services("builder.Services.AddAuthentication().AddCookie(options => { options.Cookie.SecurePolicy = CookieSecurePolicy.Always; options.Cookie.HttpOnly = true; });"));

    [Theory]
    [InlineData("builder.Services.{|#0:AddSession|}();", "builder.Services.AddSession(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    [InlineData("builder.Services.{|#0:AddSession|}(options => { options.Cookie.IsEssential = true; });", "builder.Services.AddSession(options => { options.Cookie.IsEssential = true; options.Cookie.SecurePolicy = CookieSecurePolicy.Always; });")]
    public Task Secures_a_session(string before, string after) => Verify.FixesAll(Services(before), Services(after), test => test.ExpectedDiagnostics.Add(
        Found("The session's cookie", "is sent over plain connections too: say Cookie.SecurePolicy = CookieSecurePolicy.Always", Microsoft.CodeAnalysis.DiagnosticSeverity.Info)));

    [Theory]
    [InlineData("builder.Services.AddAuthentication().AddCookie(options => options.ExpireTimeSpan = [|TimeSpan.FromDays(365)|]);")]
    public Task Offers_no_fix_where_somebody_has_to_say(string statement) => Verify.OffersNoFix(Services(statement));

    [Fact]
    public async Task Fixed_cookies_are_sent_with_their_attributes()
    {
        const string Source = """
            public static class Subject
            {
                public static void Run(WebApplication app)
                {
                    app.MapGet("/echo", async (HttpContext context) =>
                    {
                        context.Response.Cookies.Append("sid", context.Request.Path.Value!, new CookieOptions { Path = "/" });
                        await context.Response.WriteAsync(context.Response.Headers.SetCookie.ToString());
                    });
                }
            }
            """;
        var repaired = await Fixer.FixAsync(Source, "BST3054");
        Assert.Equal(["200 sid=%2Fecho; path=/"], await Served.AskAsync(Source, "GET /echo"));
        Assert.Equal(["200 sid=%2Fecho; path=/; secure; samesite=lax; httponly"], await Served.AskAsync(repaired, "GET /echo"));
    }
}
