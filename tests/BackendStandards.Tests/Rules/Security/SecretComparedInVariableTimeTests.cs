using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class SecretComparedInVariableTimeTests
{
    private static readonly FixTest<SecretComparedInVariableTime, SecretComparedInVariableTimeFix> Verify = new(RuleCatalog.SecretComparedInVariableTime);

    [Theory]
    [InlineData("""if ([|request.Headers["X-Api-Key"] == options.ApiKey|]) return;""")]
    [InlineData("""var sent = request.Headers["X-Api-Key"].ToString(); if ([|sent != options.ApiKey|]) return;""")]
    [InlineData("""if (!request.Headers.TryGetValue("X-Api-Key", out var sent) || [|sent != options.ApiKey|]) return;""")]
    [InlineData("""if ([|string.Equals(apiKey, options.ApiKey)|]) return;""")]
    [InlineData("""if ([|apiKey.Equals(options.ApiKey, StringComparison.Ordinal)|]) return;""")]
    [InlineData("""if ([|apiKey == configuration["Api:ApiKey"]|]) return;""")]
    [InlineData("""var expected = Convert.ToHexString(HMACSHA256.HashData(key, body)); if ([|expected == text|]) return;""")]
    [InlineData("""var mac = HMACSHA256.HashData(key, body); if ([|mac.SequenceEqual(sentBytes)|]) return;""")]
    [InlineData("""using var hmac = new HMACSHA256(key); if ([|"sha256=" + Convert.ToHexString(hmac.ComputeHash(body)) == request.Headers["X-Signature"]|]) return;""")]
    [InlineData("""if ([|hash.SequenceEqual(Rfc2898DeriveBytes.Pbkdf2(text, key, 600_000, HashAlgorithmName.SHA256, 32))|]) return;""")]
    public Task Reports_what_a_caller_can_measure(string statement) => Verify.Reports(InMethod(statement));

    [Theory]
    [InlineData("""if (apiKey == null) return;""")]
    [InlineData("""if (apiKey == "") return;""")]
    [InlineData("""if (apiKey == string.Empty) return;""")]
    [InlineData("""if (apiKey.Length == options.ApiKey.Length) return;""")]
    [InlineData("""if (apiKey == "constant") return;""")]
    [InlineData("""if (token.Type == TokenType.Word) return;""")]
    [InlineData("""if (token.Text == text) return;""")]
    [InlineData("""var found = users.Where(user => user.ApiKey == apiKey).ToList();""")]
    [InlineData("""var found = users.AsQueryable().FirstOrDefault(user => user.ApiKey == apiKey);""")]
    [InlineData("""var cacheKey = text; if (cacheKey == options.CacheKey) return;""")]
    [InlineData("""if (oldOptions.ApiKey != options.ApiKey) return;""")]
    [InlineData("""var currentApiKey = text; if (currentApiKey != options.ApiKey) return;""")]
    [InlineData("""if (request.Headers["If-None-Match"] == options.ETag) return;""")]
    [InlineData("""if (SHA256.HashData(body).SequenceEqual(sentBytes)) return;""")]
    [InlineData("""if (CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body), sentBytes)) return;""")]
    [InlineData("""if (options.Name == text) return;""")]
    [InlineData("""if (string.Equals(text, options.ApiKey, StringComparison.OrdinalIgnoreCase)) return;""")]
    public Task Ignores_other_comparisons(string statement) => Verify.Ignores(InMethod(statement));

    [Fact]
    public Task Ignores_equality_members_and_setters() => Verify.Ignores(
        """
        class Options
        {
            private string _apiKey = "";
            public string ApiKey { get => _apiKey; set { if (_apiKey != value) _apiKey = value; } }
            public override bool Equals(object? other) => other is Options options && ApiKey == options.ApiKey;
            public override int GetHashCode() => ApiKey.GetHashCode();
        }
        """);

    [Fact]
    public Task Compares_in_fixed_time() => Verify.FixesAll(
        """
        using System.Security.Cryptography;

        class Options { public string ApiKey { get; set; } = ""; }
        class Sample
        {
            bool Knows(Options options, string apiKey, byte[] key, byte[] body, byte[] sent)
            {
                // Of partners.
                if ([|apiKey != options.ApiKey|]) return false; // unknown
                return [|HMACSHA256.HashData(key, body).SequenceEqual(sent)|];
            }
        }
        """,
        """
        using System.Security.Cryptography;
        using System.Text;

        class Options { public string ApiKey { get; set; } = ""; }
        class Sample
        {
            bool Knows(Options options, string apiKey, byte[] key, byte[] body, byte[] sent)
            {
                // Of partners.
                if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(apiKey), Encoding.UTF8.GetBytes(options.ApiKey))) return false; // unknown
                return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body), sent);
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_side_may_be_null() => Verify.OffersNoFix(
        """class Options { public string? ApiKey { get; set; } } class Sample { bool Knows(Options options, string apiKey) => [|apiKey == options.ApiKey|]; }""");

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(
        "class Sample { void M(string apiKey) { var a = b; var b = a; if (a == b) ; if (apiKey == ) ; apiKey.Equals(; a.SequenceEqual(b",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string InMethod(string statement) =>
        $$"""
        using System.Security.Cryptography;
        enum TokenType { Word }
        class Token { public TokenType Type { get; set; } public string Text { get; set; } = ""; }
        class Options { public string ApiKey { get; set; } = ""; public string CacheKey { get; set; } = ""; public string ETag { get; set; } = ""; public string Name { get; set; } = ""; }
        class Sample
        {
            void M(HttpRequest request, Options options, Options oldOptions, IConfiguration configuration, Token token, string apiKey, string text, byte[] key, byte[] body, byte[] sentBytes, byte[] hash, List<Options> users)
            {
                {{statement}}
            }
        }
        """;
}
