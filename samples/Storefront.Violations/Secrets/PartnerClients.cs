using System.Net;
using System.Net.Http.Headers;

namespace Storefront.Violations.Secrets;

public sealed class PartnerClients(IConfiguration configuration)
{
    private const string WarehousePassword = "i3FSJb2w7vQZ"; // expect BST4002

    private static readonly string s_shippingApiKey = "JBf4BGDRsXTOfKWfCz7E7jo1gtV79YAx"; // expect BST4002

    // Names of settings and fields, addresses and empty values: no credential among them.
    private const string PasswordSetting = "Smtp:Password";
    private const string PasswordField = "password";
    private const string PasswordLabel = "Choose a password";
    private const string TokenUrl = "https://partners.invalid/oauth/token";
    private const string ApiKeyHeader = "X-Api-Key";
    private const string MissingPassword = "";

    public MailSettings Mail() => new()
    {
        Host = "mail.invalid",
        User = "orders",
        Password = "Ngor028bXiigQa", // expect BST4002
    };

    public MailSettings ConfiguredMail() => new()
    {
        Host = "mail.invalid",
        User = "orders",
        Password = configuration[PasswordSetting] ?? MissingPassword,
    };

    public NetworkCredential Ftp() => new("storefront", "XdtbBtS4v8U3"); // expect BST4002

    public NetworkCredential ConfiguredFtp() => new("storefront", configuration["Ftp:Password"]);

    public HttpClient Shipping()
    {
        var client = new HttpClient { BaseAddress = new Uri("https://shipping.invalid") };
        client.DefaultRequestHeaders.Add(ApiKeyHeader, s_shippingApiKey);
        return client;
    }

    public HttpClient Invoicing()
    {
        var accessToken = "HUaNce8zNbYEj8mQ9Ge9RYZ2JNM2ZzwGVkXlUhlD"; // expect BST4002
        var client = new HttpClient { BaseAddress = new Uri("https://invoices.invalid") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    public bool IsWarehouse(string? password) => password == WarehousePassword;

    public bool IsPartner(string apiKey) =>
        apiKey == "D30rNGNe0za3qYdqUcgQ0VnGFkLudNRW"; // expect BST4002

    public string Connect() =>
        Describe(host: "queue.invalid", password: "9aphjEhr9E1BJi"); // expect BST4002

    public IReadOnlyDictionary<string, string> Form() => new Dictionary<string, string>
    {
        [PasswordField] = PasswordLabel,
        ["action"] = TokenUrl,
    };

    private static string Describe(string host, string password) => $"{host} ({password.Length} characters)";
}
