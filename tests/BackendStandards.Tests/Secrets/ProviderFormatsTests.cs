using BackendStandards.Analyzers.Secrets.Providers;
using BackendStandards.Tests.Testing;
using static BackendStandards.Tests.Testing.Tokens;

namespace BackendStandards.Tests.Secrets;

public class ProviderFormatsTests
{
    public static TheoryData<string, string> Known
    {
        get
        {
            var data = new TheoryData<string, string>();
            void Add(string name, string text) => data.Add(name, text);
            foreach (var prefix in new[] { "AKIA", "ASIA", "ABIA", "ACCA" }) Add("AWS access key", prefix + Random(Upper, 16));
            foreach (var prefix in new[] { "ghp_", "gho_", "ghu_", "ghs_", "ghr_" }) Add("GitHub token", Checked(prefix));
            Add("GitHub token", "github_pat_" + Random(Alphanumeric, 22) + "_" + Random(Alphanumeric, 59));
            Add("GitLab token", "glpat-" + Random(Alphanumeric, 20));
            Add("Slack token", $"xoxb-{Random(Digits, 12)}-{Random(Digits, 12, 3)}-{Random(Alphanumeric, 24)}");
            Add("Slack webhook", $"https://hooks.slack.com/services/T{Random(Upper, 9)}/B{Random(Upper, 9, 5)}/{Random(Alphanumeric, 24)}");
            Add("Stripe key", "sk_live_" + Random(Alphanumeric, 24));
            Add("Stripe key", "sk_test_" + Random(Alphanumeric, 99));
            Add("Google API key", "AIza" + Random(Alphanumeric, 35));
            Add("OpenAI key", "sk-proj-" + Random(Alphanumeric, 20) + "T3BlbkFJ" + Random(Alphanumeric, 20, 4));
            Add("Anthropic key", "sk-ant-api03-" + Random(Alphanumeric, 95));
            Add("NuGet API key", "oy2" + Random(Lower, 43));
            Add("npm token", Checked("npm_"));
            Add("PyPI token", "pypi-AgEIcHlwaS5vcmc" + Random(Alphanumeric, 120));
            Add("SendGrid key", "SG." + Random(Alphanumeric, 22) + "." + Random(Alphanumeric, 43));
            Add("Discord webhook", $"https://discord.com/api/webhooks/{Random(Digits, 18)}/{Random(Alphanumeric, 68)}");
            Add("Discord bot token", $"{Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Random("123456789", 18)))}.{Random(Alphanumeric, 6)}.{Random(Alphanumeric, 38)}");
            Add("Telegram bot token", $"{Random(Digits, 10)}:A{Random(Alphanumeric, 34)}");
            Add("DigitalOcean token", "dop_v1_" + Random(Hex, 64));
            Add("Databricks token", "dapi" + Random(Hex, 32));
            Add("HashiCorp Vault token", "hvs." + Random(Alphanumeric, 91));
            Add("HashiCorp Terraform token", Random(Alphanumeric, 14) + ".atlasv1." + Random(Alphanumeric, 60));
            Add("Doppler token", "dp.pt." + Random(Alphanumeric, 43));
            Add("Shopify token", "shpat_" + Random(Hex, 32));
            Add("Linear key", "lin_api_" + Random(Alphanumeric, 40));
            Add("Grafana token", $"glsa_{Random(Alphanumeric, 32)}_{Random(Hex, 8)}");
            Add("New Relic key", "NRAK-" + Random(Upper, 27));
            Add("Octopus Deploy key", "API-" + Random(Upper, 26));
            Add("Postman key", $"PMAK-{Random(Hex, 24)}-{Random(Hex, 34)}");
            Add("Pulumi token", "pul-" + Random(Hex, 40));
            Add("PlanetScale credential", "pscale_tkn_" + Random(Alphanumeric, 43));
            Add("Sentry token", "sntryu_" + Random(Hex, 64));
            Add("JFrog key", "AKCp" + Random(Alphanumeric, 69));
            Add("age secret key", "AGE-SECRET-KEY-1" + Random(Upper, 58));
            Add("Azure account key", $"DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={Random(Base64, 86)}==;EndpointSuffix=core.windows.net");
            Add("Azure shared access key", $"Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey={Random(Base64, 43)}=");
            Add("Azure SAS token", $"https://shop.blob.core.windows.net/orders?sv=2024-11-04&se=2030-01-01&sp=r&sig={Random(Alphanumeric, 43)}%3D");
            Add("Azure Storage key", $"{Random(Base64, 76)}+ASt{Random(Alphanumeric, 6)}==");
            Add("Azure key", $"{Random(Alphanumeric, 52)}JQQJ9{Random(Alphanumeric, 27)}");
            Add("Azure DevOps token", $"{Random(Alphanumeric, 76)}AZDO{Random(Alphanumeric, 4)}");
            Add("Microsoft Entra client secret", $"abc8Q~{Random(Alphanumeric, 34)}");
            Add("JSON web token", JsonWebToken());
            Add("Private key", PrivateKey());
            Add("Private key", PrivateKey("\\n", "PRIVATE KEY"));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Finds_each_format_alone_and_within_a_text(string name, string text)
    {
        Assert.Equal(name, Find(text)?.Name);
        Assert.Equal(name, Find($"curl -H 'X: {text}' https://api.invalid")?.Name);
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Leaves_blanks_of_each_format_alone(string name, string text)
    {
        Assert.NotEmpty(name);
        foreach (var from in new[] { text.Length * 2 / 5, text.Length * 3 / 5 })
        {
            var blank = Math.Min(24, text.Length - from);
            text = text[..from] + new string('x', blank) + text[(from + blank)..];
        }
        Assert.Null(Find(text));
    }

    [Theory]
    [InlineData("twilio", "SK")]
    [InlineData("mailgun", "key-")]
    public void Wants_the_issuer_near_where_others_use_the_same_form(string issuer, string prefix)
    {
        var text = prefix + Random(Hex, 32);
        Assert.NotNull(ProviderFormats.Find(text, word => word == issuer));
        Assert.Null(Find(text));
    }

    [Fact]
    public void Ignores_tokens_with_wrong_check_digits()
    {
        foreach (var prefix in new[] { "ghp_", "npm_" })
        {
            var right = Checked(prefix);
            Assert.Null(Find(right[..^1] + (right[^1] == 'a' ? 'b' : 'a')));
        }
    }

    [Theory]
    [InlineData("AKIA" + "IOSFODNN7EXAMPLE")]
    [InlineData("AKIA" + "AAAAAAAAAAAAAAAA")]
    [InlineData("AKIA" + "1234567890123456")]
    [InlineData("sk_live_" + "xxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sk_test_" + "4eC39HqLyjWDarjtT1zdp7dc")]
    [InlineData("ghp_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("xoxb-" + "your-token-here-and-now")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\n\n-----END RSA PRIVATE KEY-----")]
    [InlineData("The file must begin with -----BEGIN PRIVATE KEY----- and hold a key in Base64")]
    [InlineData("AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;")]
    [InlineData("AccountEndpoint=https://localhost:8081/;AccountKey=C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://127.0.0.1")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c")]
    [InlineData("sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==")]
    [InlineData("api-v2-orders-controller-with-a-long-name")]
    [InlineData("skeleton_of_an_order_with_many_words_in_it")]
    public void Ignores_documented_examples_redacted_and_other_texts(string text) => Assert.Null(Find(text));

    [Fact]
    public void Ignores_publishable_keys() => Assert.Null(Find("pk_live_" + Random(Alphanumeric, 24)));

    [Fact]
    public void Ignores_tokens_that_are_public_or_unsigned()
    {
        Assert.Null(Find(JsonWebToken("""{"role":"anon","iss":"supabase"}""")));
        Assert.Null(Find(JsonWebToken(header: """{"alg":"none","typ":"JWT"}""")));
        Assert.Null(Find(JsonWebToken(header: """{"kid":"of no signature"}""")));
        var token = JsonWebToken();
        Assert.Null(Find(token[..token.LastIndexOf('.')]));
    }

    [Fact]
    public void Ignores_encrypted_and_public_keys()
    {
        Assert.Null(Find(PrivateKey(kind: "ENCRYPTED PRIVATE KEY")));
        Assert.Null(Find(PrivateKey(kind: "PUBLIC KEY")));
        Assert.Null(Find(PrivateKey(kind: "CERTIFICATE")));
    }

    [Fact]
    public void Ignores_prefixes_within_a_word() => Assert.Null(Find("MYAKIA" + Random(Upper, 16)));

    private static ProviderMatch? Find(string text) => ProviderFormats.Find(text, _ => false);
}
