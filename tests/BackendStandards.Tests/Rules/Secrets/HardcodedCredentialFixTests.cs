using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.CodeFixes.Rules.Secrets;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Secrets;

public class HardcodedCredentialFixTests
{
    private const string Token = "q8Zt3LmX0vBn5KcR7yWd2HjPf4";
    private static readonly FixTest<Only<HardcodedCredential>, HardcodedCredentialFix> Verify = new(RuleCatalog.HardcodedCredential);

    [Fact]
    public Task Reads_all_credentials_from_the_builders_configuration() => Verify.FixesAll(
        $$"""
        var builder = WebApplication.CreateBuilder(args);
        // The partner's key.
        var apiKey = [|"{{Token}}"|]; // one a year
        var mail = new System.Net.NetworkCredential("orders", [|"kV7!mQz2Xw"|]);
        var smtpPassword = builder.Configuration["Mail:Password"] ?? [|"kV7!mQz2Xw"|];
        builder.Services.AddHttpClient("shipping", client =>
        {
            client.DefaultRequestHeaders.Add("X-Shipping-Api-Key", [|"{{Token}}"|]);
            client.DefaultRequestHeaders.Add("Authorization", [|"Bearer {{Token}}"|]);
        });
        bool Knows(string accessToken) => accessToken == [|"{{Token}}"|];
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        // The partner's key.
        var apiKey = builder.Configuration["Service:ApiKey"] ?? throw new InvalidOperationException("Service:ApiKey is not configured."); // one a year
        var mail = new System.Net.NetworkCredential("orders", builder.Configuration["Service:Password"] ?? throw new InvalidOperationException("Service:Password is not configured."));
        var smtpPassword = builder.Configuration["Mail:Password"] ?? throw new InvalidOperationException("Mail:Password is not configured.");
        builder.Services.AddHttpClient("shipping", client =>
        {
            client.DefaultRequestHeaders.Add("X-Shipping-Api-Key", builder.Configuration["Shipping:ApiKey"] ?? throw new InvalidOperationException("Shipping:ApiKey is not configured."));
            client.DefaultRequestHeaders.Add("Authorization", "Bearer " + (builder.Configuration["Service:Token"] ?? throw new InvalidOperationException("Service:Token is not configured.")));
        });
        bool Knows(string accessToken) => accessToken == (builder.Configuration["Service:AccessToken"] ?? throw new InvalidOperationException("Service:AccessToken is not configured."));
        """);

    [Fact]
    public Task Reads_from_what_a_class_is_given() => Verify.FixesAll(
        $$"""
        class MailClient(IConfiguration configuration)
        {
            private readonly string _apiKey = [|"{{Token}}"|];
            private string WarehousePassword => [|"kV7!mQz2Xw"|];
            public string? Section => configuration["Mail:Host"];
        }

        class OrderService
        {
            private readonly IConfiguration _settings;
            private readonly string _apiKey;
            public OrderService(IConfiguration settings)
            {
                _settings = settings;
                _apiKey = [|"{{Token}}"|];
            }

            public object Login() => new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { Password = [|"kV7!mQz2Xw"|] };
            public static void Configure(IHostApplicationBuilder builder) => Use(clientSecret: [|"{{Token}}"|]);
            private static void Use(string clientSecret) { }
        }
        """,
        """
        class MailClient(IConfiguration configuration)
        {
            private readonly string _apiKey = configuration["MailClient:ApiKey"] ?? throw new InvalidOperationException("MailClient:ApiKey is not configured.");
            private string WarehousePassword => configuration["Warehouse:Password"] ?? throw new InvalidOperationException("Warehouse:Password is not configured.");
            public string? Section => configuration["Mail:Host"];
        }

        class OrderService
        {
            private readonly IConfiguration _settings;
            private readonly string _apiKey;
            public OrderService(IConfiguration settings)
            {
                _settings = settings;
                _apiKey = settings["Order:ApiKey"] ?? throw new InvalidOperationException("Order:ApiKey is not configured.");
            }

            public object Login() => new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { Password = _settings["Order:Password"] ?? throw new InvalidOperationException("Order:Password is not configured.") };
            public static void Configure(IHostApplicationBuilder builder) => Use(clientSecret: builder.Configuration["Order:ClientSecret"] ?? throw new InvalidOperationException("Order:ClientSecret is not configured."));
            private static void Use(string clientSecret) { }
        }
        """);

    [Fact]
    public Task Gives_each_credential_a_setting_of_its_own() => Verify.FixesAll(
        """
        class MailSettings { public string? Password { get; set; } }
        class Partners(IConfiguration configuration)
        {
            public MailSettings Mail() => new() { Password = [|"kV7!mQz2Xw"|] };
            public object Ftp() => new System.Net.NetworkCredential("ftp", [|"rT3?nWb8Yc"|]);
            public object Web() => new System.Net.NetworkCredential("web", [|"pL5!dFg6Hj"|]);
            public string? Known() => configuration["Mail:Host"];
        }
        """,
        """
        class MailSettings { public string? Password { get; set; } }
        class Partners(IConfiguration configuration)
        {
            public MailSettings Mail() => new() { Password = configuration["Mail:Password"] ?? throw new InvalidOperationException("Mail:Password is not configured.") };
            public object Ftp() => new System.Net.NetworkCredential("ftp", configuration["Partners:Ftp:Password"] ?? throw new InvalidOperationException("Partners:Ftp:Password is not configured."));
            public object Web() => new System.Net.NetworkCredential("web", configuration["Partners:Password"] ?? throw new InvalidOperationException("Partners:Password is not configured."));
            public string? Known() => configuration["Mail:Host"];
        }
        """);

    [Theory]
    [InlineData("""class Sample { void M() { var apiKey = [|"$"|]; } }""")]
    [InlineData("""class Sample(IConfiguration configuration) { const string ApiKey = [|"$"|]; string? Host => configuration["Host"]; }""")]
    [InlineData("""class Sample(IConfiguration configuration) { static readonly string s_apiKey = [|"$"|]; string? Host => configuration["Host"]; }""")]
    [InlineData("""class Sample { readonly IConfiguration _settings = null!; readonly string _apiKey = [|"$"|]; string? Host => _settings["Host"]; }""")]
    [InlineData("""class Sample { readonly IConfiguration _settings = null!; string ApiKey { get; set; } = [|"$"|]; string? Host => _settings["Host"]; }""")]
    [InlineData("""class Sample { readonly IConfiguration _settings = null!; static string ApiKey => [|"$"|]; string? Host => _settings["Host"]; }""")]
    [InlineData("""class Sample { void M(IConfiguration configuration) { const string apiKey = [|"$"|]; } }""")]
    [InlineData("""class Sample { bool M(IConfiguration configuration, string apiKey) => apiKey is [|"$"|]; }""")]
    [InlineData("""class Sample { void M(IConfiguration configuration, string apiKey = [|"$"|]) { } }""")]
    [InlineData("""class Sample { Func<string> M(IConfiguration configuration) => static () => { var apiKey = [|"$"|]; return apiKey; }; }""")]
    [InlineData("""class Sample { void M() { var apiKey = [|"$"|]; IConfiguration configuration = null!; } }""")]
    [InlineData("""class Sample { void M(IConfigurationSection section) { var apiKey = [|"$"|]; } }""")]
    [InlineData("""class User { public string? ApiKey { get; set; } } class Sample { object M(IConfiguration configuration, IQueryable<User> users) => users.Where(user => user.ApiKey == [|"$"|]); }""")]
    public Task Offers_nothing_where_configuration_cannot_be_read(string source) => Verify.OffersNoFix(source.Replace("$", Token));

    [Fact]
    public Task Offers_nothing_below_top_level_statements() => Verify.OffersNoFix(
        $$"""
        var builder = WebApplication.CreateBuilder(args);
        class Sample { string M() { var apiKey = [|"{{Token}}"|]; return apiKey; } }
        """);

    [Fact]
    public Task Says_the_key_of_the_setting_that_is_there() => Verify.Fixes(
        """class Sample { void M(IConfiguration configuration) { var pass = configuration["Mail:Password"] ?? [|"kV7!mQz2Xw"|]; var other = new System.Net.NetworkCredential("a", "b"); } }""",
        """class Sample { void M(IConfiguration configuration) { var pass = configuration["Mail:Password"] ?? throw new InvalidOperationException("Mail:Password is not configured."); var other = new System.Net.NetworkCredential("a", "b"); } }""",
        test => test.CodeActionVerifier = (action, _) => Assert.Equal("Read 'Mail:Password' from configuration", action.Title));
}
