using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.CodeFixes.Rules.Secrets;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Secrets;

public class HardcodedKeyFixTests
{
    private const string Text = "9fLdjaIBGJjUm74BKsCb1h6kBovq1ZtU";
    private static readonly FixTest<Only<HardcodedKey>, HardcodedKeyFix> Verify = new(RuleCatalog.HardcodedKey);

    [Fact]
    public Task Reads_all_keys_from_configuration() => Verify.FixesAll(
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.IdentityModel.Tokens;

        class Signatures(IConfiguration configuration)
        {
            public SecurityKey Key() => new SymmetricSecurityKey(Encoding.UTF8.GetBytes([|"{{Text}}"|]));

            public byte[] Sign(byte[] body, Aes aes)
            {
                // From the partner.
                var webhookSecret = [|"{{Text}}"|]; // of this year
                aes.Key = [|new byte[] { 1, 2, 3, 5, 7, 11, 13, 17, 1, 2, 3, 5, 7, 11, 13, 17 }|];
                var mac = HMACSHA256.HashData([|"{{Text}}"u8|], body);
                var more = HMACSHA256.HashData(Convert.FromBase64String(configuration["Shop:Key"] ?? [|"7NI1mWc5p9qv0L42TuMuRSfGneCvklRBtJo6gFhkxeA="|]), mac);
                return HMACSHA256.HashData(Encoding.UTF8.GetBytes(webhookSecret), more);
            }
        }
        """,
        """
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.IdentityModel.Tokens;

        class Signatures(IConfiguration configuration)
        {
            public SecurityKey Key() => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:SigningKey"] ?? throw new InvalidOperationException("Jwt:SigningKey is not configured.")));

            public byte[] Sign(byte[] body, Aes aes)
            {
                // From the partner.
                var webhookSecret = configuration["Signatures:WebhookSecret"] ?? throw new InvalidOperationException("Signatures:WebhookSecret is not configured."); // of this year
                aes.Key = Convert.FromBase64String(configuration["Signatures:EncryptionKey"] ?? throw new InvalidOperationException("Signatures:EncryptionKey is not configured."));
                var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Signatures:Sign:SigningKey"] ?? throw new InvalidOperationException("Signatures:Sign:SigningKey is not configured.")), body);
                var more = HMACSHA256.HashData(Convert.FromBase64String(configuration["Shop:Key"] ?? throw new InvalidOperationException("Shop:Key is not configured.")), mac);
                return HMACSHA256.HashData(Encoding.UTF8.GetBytes(webhookSecret), more);
            }
        }
        """);

    [Fact]
    public Task Gives_each_key_a_setting_of_its_own() => Verify.FixesAll(
        $$"""
        using System.Security.Cryptography;
        class Hooks(IConfiguration configuration)
        {
            byte[] Shop(byte[] body) => HMACSHA256.HashData(Convert.FromHexString([|"3cbcc14740c141ab96ba9ce695300cf3"|]), body);
            byte[] Mail(byte[] body) => HMACSHA256.HashData(Convert.FromHexString([|"9f86d081884c7d659a2feaa0c55ad015"|]), body);
            string? Known() => configuration["Mail:Host"];
        }
        """,
        """
        using System.Security.Cryptography;
        class Hooks(IConfiguration configuration)
        {
            byte[] Shop(byte[] body) => HMACSHA256.HashData(Convert.FromHexString(configuration["Hooks:Shop:SigningKey"] ?? throw new InvalidOperationException("Hooks:Shop:SigningKey is not configured.")), body);
            byte[] Mail(byte[] body) => HMACSHA256.HashData(Convert.FromHexString(configuration["Hooks:SigningKey"] ?? throw new InvalidOperationException("Hooks:SigningKey is not configured.")), body);
            string? Known() => configuration["Mail:Host"];
        }
        """);

    [Theory]
    [InlineData("""aes.IV = [|"$"u8|].ToArray();""")]
    [InlineData("""aes.IV = [|new byte[] { 1, 2, 3, 5, 7, 11, 13, 17, 1, 2, 3, 5, 7, 11, 13, 17 }|];""")]
    [InlineData("""const string key = [|"$"|]; aes.Key = Encoding.UTF8.GetBytes(key);""")]
    [InlineData("""ReadOnlySpan<byte> key = [|"$"u8|]; aes.Key = key[..16].ToArray();""", false)]
    public Task Offers_nothing_where_configuration_is_no_answer(string statement, bool reported = true) => Verify.OffersNoFix(
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        class Sample(IConfiguration configuration)
        {
            public string? Host => configuration["Host"];
            void M(Aes aes)
            {
                {{(reported ? statement : statement.Replace("[|", "").Replace("|]", "")).Replace("$", Text)}}
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_without_configuration() => Verify.OffersNoFix(
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        class Sample { byte[] M(byte[] body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes([|"{{Text}}"|]), body); }
        """);

    [Fact]
    public Task Writes_whole_names_where_usings_lack() => Verify.Fixes(
        $$"""class Sample { byte[] M(IConfiguration configuration, byte[] body) => System.Security.Cryptography.HMACSHA256.HashData([|"{{Text}}"u8|], body); }""",
        """class Sample { byte[] M(IConfiguration configuration, byte[] body) => System.Security.Cryptography.HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(configuration["Sample:SigningKey"] ?? throw new InvalidOperationException("Sample:SigningKey is not configured.")), body); }""");

    [Fact]
    public Task Names_the_setting_after_the_key_and_not_after_the_algorithm() => Verify.Fixes(
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        class Sample(IConfiguration configuration)
        {
            byte[] M(byte[] body)
            {
                using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes([|"{{Text}}"|]));
                return hmac.ComputeHash(body);
            }
        }
        """,
        """
        using System.Security.Cryptography;
        using System.Text;
        class Sample(IConfiguration configuration)
        {
            byte[] M(byte[] body)
            {
                using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(configuration["Sample:SigningKey"] ?? throw new InvalidOperationException("Sample:SigningKey is not configured.")));
                return hmac.ComputeHash(body);
            }
        }
        """);

    [Fact]
    public Task Says_the_key_of_the_setting_that_is_there() => Verify.Fixes(
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        class Sample(IConfiguration configuration) { byte[] M(byte[] body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Shop:Key"] ?? [|"{{Text}}"|]), body); }
        """,
        """
        using System.Security.Cryptography;
        using System.Text;
        class Sample(IConfiguration configuration) { byte[] M(byte[] body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Shop:Key"] ?? throw new InvalidOperationException("Shop:Key is not configured.")), body); }
        """,
        test => test.CodeActionVerifier = (action, _) => Assert.Equal("Read 'Shop:Key' from configuration", action.Title));
}
