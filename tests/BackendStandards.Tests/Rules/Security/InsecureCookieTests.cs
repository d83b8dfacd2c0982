using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class InsecureCookieTests
{
    private const string Start = "using Microsoft.AspNetCore.CookiePolicy; using Microsoft.AspNetCore.Authentication.Cookies;\nvar builder = WebApplication.CreateBuilder(args); ";
    private static readonly FixTest<HostAnalyzer, InsecureCookieFix> Verify = new(RuleCatalog.InsecureCookie);

    private static string Handler(string statements) => $"static class Cookies {{ static void Set(HttpContext context, HttpResponse response, string token, bool flag) {{ {statements} }} }}";

    private static string Services(string statement) => $"{Start}{statement} var app = builder.Build(); app.Run();";

    private static DiagnosticResult Found(string subject, string text, DiagnosticSeverity severity = DiagnosticSeverity.Warning) => new DiagnosticResult(RuleCatalog.InsecureCookie.Id, severity).WithLocation(0).WithMessage($"{subject} {text}");

    [Theory]
    [InlineData("""response.Cookies.{|#0:Append|}("sid", token);""", "Secure, HttpOnly and SameSite: say them in its CookieOptions")]
    [InlineData("""response.Cookies.Append("sid", token, {|#0:new CookieOptions()|});""", "Secure, HttpOnly and SameSite: say them in its CookieOptions")]
    [InlineData("""response.Cookies.Append("sid", token, {|#0:new()|});""", "Secure, HttpOnly and SameSite: say them in its CookieOptions")]
    [InlineData("""response.Cookies.Append("sid", token, {|#0:new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict }|});""", "Secure: say it in its CookieOptions")]
    [InlineData("""response.Cookies.Append("sid", token, {|#0:new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax }|});""", "HttpOnly: say it in its CookieOptions")]
    [InlineData("""response.Cookies.Append("sid", token, {|#0:new CookieOptions { Secure = false, HttpOnly = false, SameSite = SameSiteMode.Lax }|});""", "Secure and HttpOnly: say them in its CookieOptions")]
    [InlineData("""response.Cookies.Append("sid", token, {|#0:new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.None }|});""", "Secure: say it in its CookieOptions")]
    [InlineData("""var options = {|#0:new CookieOptions { HttpOnly = true }|}; options.SameSite = SameSiteMode.Lax; response.Cookies.Append("sid", token, options);""", "Secure: say it in its CookieOptions")]
    [InlineData("""var options = {|#0:new CookieOptions()|}; options.Secure = false; options.HttpOnly = true; options.SameSite = SameSiteMode.Lax; response.Cookies.Append("sid", token, options); options.Secure = true;""", "Secure: say it in its CookieOptions")]
    [InlineData("""context.Response.Cookies.Append("sid", token, {|#0:new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(7) }|});""", "Secure, HttpOnly and SameSite: say them in its CookieOptions")]
    [InlineData("""new Microsoft.AspNetCore.Authentication.Cookies.ChunkingCookieManager().AppendResponseCookie(context, "sid", token, {|#0:new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax }|});""", "Secure: say it in its CookieOptions")]
    public Task Reports_what_a_cookie_lacks(string statement, string rest) => Verify.Reports(Handler(statement), test => test.ExpectedDiagnostics.Add(Found("Cookie 'sid'", "is set without " + rest)));

    [Theory]
    [InlineData("""response.Cookies.Append("sid", token, {|#0:new CookieOptions { Secure = true, HttpOnly = true }|});""")]
    [InlineData("""response.Cookies.Append("sid", token, {|#0:new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Unspecified }|});""")]
    public Task Suggests_SameSite(string statement) => Verify.Reports(Handler(statement), test => test.ExpectedDiagnostics.Add(Found("Cookie 'sid'", "is set without SameSite: say it in its CookieOptions", DiagnosticSeverity.Info)));

    [Fact]
    public Task Reports_options_of_a_method_where_they_are_used() => Verify.Reports("""
        static class Cookies
        {
            static void Set(HttpResponse response, string token) => response.Cookies.Append("sid", token, [|Options()|]);
            static CookieOptions Options() => new() { HttpOnly = true, SameSite = SameSiteMode.Lax };
        }
        """);

    [Fact]
    public Task Reports_options_of_a_field_where_they_are_used() => Verify.Reports("""
        static class Cookies
        {
            private static readonly CookieOptions Options = new() { HttpOnly = true, SameSite = SameSiteMode.Lax };
            static void Set(HttpResponse response, string name, string token) => response.Cookies.Append(name, token, [|Options|]);
        }
        """);

    [Theory]
    [InlineData("builder.Services.AddAuthentication().AddCookie(options => options.Cookie.SecurePolicy = {|#0:CookieSecurePolicy.None|});", "CookieSecurePolicy.None", "sends the cookie over connections that anybody on the way can read: say Always")]
    [InlineData("builder.Services.ConfigureApplicationCookie(options => { options.Cookie.SecurePolicy = {|#0:CookieSecurePolicy.None|}; });", "CookieSecurePolicy.None", "sends the cookie over connections that anybody on the way can read: say Always")]
    [InlineData("builder.Services.AddSession(options => options.Cookie.SecurePolicy = {|#0:CookieSecurePolicy.None|});", "CookieSecurePolicy.None", "sends the cookie over connections that anybody on the way can read: say Always")]
    [InlineData("builder.Services.ConfigureApplicationCookie(options => options.Cookie.HttpOnly = {|#0:false|});", "HttpOnly = false", "hands the cookie to every script in the page: say true")]
    [InlineData("builder.Services.AddAuthentication().AddCookie(options => options.ExpireTimeSpan = {|#0:TimeSpan.FromDays(365)|});", "The sign-in", "lasts longer than 30 days, and so does a cookie that was stolen: let it expire earlier")]
    [InlineData("builder.Services.ConfigureApplicationCookie(options => options.Cookie = {|#0:new CookieBuilder { Name = \"sid\" }|});", "The cookie", "is set without HttpOnly, which a new CookieBuilder leaves out: say it there")]
    public Task Reports_what_the_application_configures(string statement, string subject, string text) => Verify.Reports(Services(statement.Replace("ConfigureApplicationCookie(", "Configure<CookieAuthenticationOptions>(")), test => test.ExpectedDiagnostics.Add(Found(subject, text)));

    [Theory]
    [InlineData("builder.Services.{|#0:AddSession|}();")]
    [InlineData("builder.Services.{|#0:AddSession|}(options => options.IdleTimeout = TimeSpan.FromMinutes(20));")]
    [InlineData("builder.Services.{|#0:AddSession|}(options => { options.Cookie.IsEssential = true; options.Cookie.HttpOnly = true; });")]
    public Task Suggests_a_secure_session(string statement) => Verify.Reports(Services(statement), test => test.ExpectedDiagnostics.Add(
        Found("The session's cookie", "is sent over plain connections too: say Cookie.SecurePolicy = CookieSecurePolicy.Always", DiagnosticSeverity.Info)));

    [Theory]
    [InlineData("""new HttpCookie("sid", token) { Secure = [|false|], HttpOnly = true }""")]
    [InlineData("""new HttpCookie("auth", token) { Secure = true, HttpOnly = [|false|] }""")]
    public async Task Reports_a_cookie_of_the_NET_Framework(string cookie)
    {
        var source = $"using System.Web; static class Cookies {{ static void Set(HttpResponse response, string token) => response.Cookies.Add({cookie}); }}";
        Assert.Single((await Sources.AnalyzeAsync(Sources.CompileOnNetFramework(source.Replace("[|", "").Replace("|]", "")))), finding => finding.Id == "BST3054");
    }

    [Theory]
    [InlineData("""new HttpCookie("sid", token)""")]
    [InlineData("""new HttpCookie("theme", token) { Secure = false }""")]
    [InlineData("""new HttpCookie("sid", token) { Secure = true, HttpOnly = true }""")]
    public async Task Ignores_a_cookie_that_web_config_may_protect(string cookie) => Assert.DoesNotContain(
        await Sources.AnalyzeAsync(Sources.CompileOnNetFramework($"using System.Web; static class Cookies {{ static void Set(HttpResponse response, string token) => response.Cookies.Add({cookie}); }}")), finding => finding.Id == "BST3054");

    [Theory]
    [InlineData("""response.Cookies.Append("theme", token);""")]
    [InlineData("""response.Cookies.Append("user-theme", token);""")]
    [InlineData("""response.Cookies.Append("lang", token, new CookieOptions { Expires = DateTimeOffset.UtcNow.AddYears(1) });""")]
    [InlineData("""response.Cookies.Append("cookie_consent", token);""")]
    [InlineData("""response.Cookies.Append(Microsoft.AspNetCore.Localization.CookieRequestCultureProvider.DefaultCookieName, token, new CookieOptions { MaxAge = TimeSpan.FromDays(365) });""")]
    [InlineData("""response.Cookies.Append("shown", "true");""")]
    [InlineData("""response.Cookies.Append("shown", flag ? "1" : "0");""")]
    [InlineData("""response.Cookies.Append("shown", flag.ToString());""")]
    public Task Ignores_what_is_not_sensitive(string statement) => Verify.Ignores(Handler(statement));

    [Fact]
    public Task Ignores_names_of_the_option() => Verify.Ignores(Handler("""response.Cookies.Append("units-of-measure", token);"""), test => test.Configure("backend_standards.bst3054.harmless_names = units"));

    [Theory]
    [InlineData("""response.Cookies.Delete("sid");""")]
    [InlineData("""response.Cookies.Delete("sid", new CookieOptions { Path = "/" });""")]
    [InlineData("""response.Cookies.Append("sid", token, new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(-1) });""")]
    [InlineData("""response.Cookies.Append("sid", token, new CookieOptions { Expires = DateTimeOffset.UnixEpoch });""")]
    [InlineData("""response.Cookies.Append("sid", token, new CookieOptions { MaxAge = TimeSpan.Zero });""")]
    [InlineData("""response.Cookies.Append("sid", "", new CookieOptions());""")]
    [InlineData("""response.Cookies.Append("sid", string.Empty);""")]
    public Task Ignores_a_cookie_that_is_deleted(string statement) => Verify.Ignores(Handler(statement));

    [Theory]
    [InlineData("""response.Cookies.Append("sid", token, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });""")]
    [InlineData("""response.Cookies.Append("sid", token, new CookieOptions { Secure = context.Request.IsHttps, HttpOnly = true, SameSite = SameSiteMode.Strict });""")]
    [InlineData("""response.Cookies.Append("sid", token, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.None });""")]
    [InlineData("""var options = new CookieOptions(); options.Secure = true; options.HttpOnly = true; options.SameSite = SameSiteMode.Lax; response.Cookies.Append("sid", token, options);""")]
    [InlineData("""response.Cookies.Append("sid", token, Complete(new CookieOptions())); static CookieOptions Complete(CookieOptions options) { options.Secure = true; return options; }""")]
    [InlineData("""var options = new CookieOptions(); Complete(options); response.Cookies.Append("sid", token, options); static void Complete(CookieOptions options) { options.Secure = true; }""")]
    [InlineData("""response.Cookies.Append("sid", token, new CookieBuilder { SecurePolicy = CookieSecurePolicy.Always, HttpOnly = true }.Build(context));""")]
    [InlineData("""response.Cookies.Append("ui", token, new CookieOptions { Secure = true, HttpOnly = false, SameSite = SameSiteMode.Lax });""")]
    public Task Ignores_what_is_said(string statement) => Verify.Ignores(Handler(statement));

    [Fact]
    public Task Ignores_options_that_come_from_elsewhere() => Verify.Ignores("static class Cookies { static void Set(HttpResponse response, string token, CookieOptions options) => response.Cookies.Append(\"sid\", token, options); }");

    [Theory]
    [InlineData("""response.Cookies.Append("XSRF-TOKEN", token, new CookieOptions { HttpOnly = false });""")]
    [InlineData("""response.Cookies.Append("request", context.RequestServices.GetRequiredService<Microsoft.AspNetCore.Antiforgery.IAntiforgery>().GetAndStoreTokens(context).RequestToken!, new CookieOptions { HttpOnly = false });""")]
    public Task Ignores_antiforgery_cookies(string statement) => Verify.Ignores(Handler(statement));

    [Theory]
    [InlineData("builder.Services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.None);")]
    [InlineData("builder.Services.AddAntiforgery(options => options.Cookie.HttpOnly = false);")]
    [InlineData("builder.Services.AddAuthentication().AddCookie(options => options.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.Always);")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.Services.AddAuthentication().AddCookie(options => options.Cookie.SecurePolicy = CookieSecurePolicy.None);")]
    [InlineData("builder.Services.AddAuthentication().AddCookie(options => options.ExpireTimeSpan = TimeSpan.FromDays(30));")]
    [InlineData("builder.Services.AddAuthentication().AddCookie(options => options.Cookie = new CookieBuilder { Name = \"sid\", HttpOnly = true });")]
    [InlineData("builder.Services.AddAuthentication().AddCookie();")]
    [InlineData("builder.Services.AddSession(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    [InlineData("builder.Services.AddSession(); builder.Services.Configure<SessionOptions>(builder.Configuration.GetSection(\"Session\"));")]
    [InlineData("builder.Services.Configure<CookiePolicyOptions>(options => options.Secure = CookieSecurePolicy.None);")]
    public Task Ignores_what_the_application_may_configure(string statement) => Verify.Ignores(Services(statement));

    private const string Setting = """static class Cookies { public static void Set(HttpResponse response, string token) => response.Cookies.Append("sid", token); }""";

    [Theory]
    [InlineData("app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always, HttpOnly = HttpOnlyPolicy.Always, MinimumSameSitePolicy = SameSiteMode.Lax });")]
    [InlineData("app.UseCookiePolicy();", "builder.Services.Configure<CookiePolicyOptions>(options => { options.Secure = CookieSecurePolicy.SameAsRequest; options.HttpOnly = HttpOnlyPolicy.Always; options.MinimumSameSitePolicy = SameSiteMode.Strict; });")]
    public Task Ignores_cookies_under_a_policy_for_all(string use, string services = "") => Verify.Ignores($"{Start}{services} var app = builder.Build(); {use} app.Run(); {Setting}");

    [Fact]
    public Task Reports_what_the_policy_for_all_leaves_out() => Verify.Reports(
        $"{Start} var app = builder.Build(); app.UseCookiePolicy(new CookiePolicyOptions {{ MinimumSameSitePolicy = SameSiteMode.Lax }}); app.Run(); {Setting.Replace("Append", "{|#0:Append|}")}",
        test => test.ExpectedDiagnostics.Add(Found("Cookie 'sid'", "is set without Secure and HttpOnly: say them in its CookieOptions")));

    [Fact]
    public Task Ignores_cookies_where_another_assembly_may_have_a_policy() => Verify.Ignores($"{Start} var app = builder.Build(); app.UseShared(); app.Run(); {Setting}", test => test.TestState.AdditionalReferences.Add(
        OtherAssembly.Of("Shop.Shared", "namespace Microsoft.AspNetCore.Builder; public static class Shared { public static IApplicationBuilder UseShared(this IApplicationBuilder app) => app; }")));

    [Theory]
    [InlineData("class Jar { public void Append(string key, string value) { } static void Set(Jar Cookies, string token) => Cookies.Append(\"sid\", token); }")]
    [InlineData("class Options { public bool HttpOnly { get; set; } public bool Secure { get; set; } static Options Make() => new() { HttpOnly = false, Secure = false }; }")]
    public Task Ignores_types_of_ones_own(string source) => Verify.Ignores(source);
}
