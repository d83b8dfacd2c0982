using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class PredictableSecretTests
{
    private static readonly FixTest<Only<PredictableSecret>, PredictableSecretFix> Verify = new(RuleCatalog.PredictableSecret);

    [Theory]
    [InlineData("""var otp = [|random.Next(100000, 999999)|].ToString();""")]
    [InlineData("""var resetToken = $"{[|random.Next()|]:x8}";""")]
    [InlineData("""user.ResetToken = [|Guid.NewGuid()|].ToString();""")]
    [InlineData("""user.ResetToken = [|Guid.NewGuid()|].ToString("N").Replace("-", "");""")]
    [InlineData("""var partnerApiKey = "key_" + [|Guid.NewGuid()|];""")]
    [InlineData("""var verificationCode = [|random.Next(1000, 9999)|];""")]
    [InlineData("""var salt = new byte[16]; [|random.NextBytes(salt)|];""")]
    [InlineData("""var refreshToken = Convert.ToBase64String([|Guid.NewGuid()|].ToByteArray());""")]
    [InlineData("""var password = new string(Enumerable.Repeat("abcdefgh", 8).Select(s => s[[|random.Next(s.Length)|]]).ToArray());""")]
    [InlineData("""var token = [|DateTime.Now.Ticks|].ToString();""")]
    [InlineData("""Use(secret: [|random.Next()|].ToString());""")]
    [InlineData("""var hash = System.Security.Cryptography.[|MD5.HashData|](System.Text.Encoding.UTF8.GetBytes(apiKey));""")]
    [InlineData("""var hash = System.Security.Cryptography.[|SHA1.HashData|](System.Text.Encoding.UTF8.GetBytes(user.ResetToken!));""")]
    public Task Reports_what_must_not_be_guessed(string statement)
    {
        // The finding is the whole call.
        if (statement.Contains(".HashData|]")) statement = statement.Replace("System.Security.Cryptography.[|", "[|System.Security.Cryptography.").Replace(".HashData|](", ".HashData(").Replace("));", "))|];");
        return Verify.Reports(InMethod(statement));
    }

    [Fact]
    public Task Reports_makers() => Verify.Reports(
        """
        class Sample
        {
            static readonly Random s_random = new();
            string GenerateToken() => [|Guid.NewGuid()|].ToString();
            string CreateResetCode()
            {
                var text = new System.Text.StringBuilder();
                for (var i = 0; i < 8; i++) text.Append("abcdef"[[|s_random.Next(6)|]]);
                return text.ToString();
            }
        }
        """);

    [Theory]
    [InlineData("""var delay = random.Next(100, 500);""")]
    [InlineData("""await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100)));""")]
    [InlineData("""var sampled = random.NextDouble() < 0.1;""")]
    [InlineData("""var id = Guid.NewGuid();""")]
    [InlineData("""var token = Guid.NewGuid();""")]
    [InlineData("""user.ConcurrencyToken = Guid.NewGuid().ToString();""")]
    [InlineData("""var correlationToken = Guid.NewGuid().ToString();""")]
    [InlineData("""var clientToken = Guid.NewGuid().ToString();""")]
    [InlineData("""var salt = Guid.NewGuid().ToByteArray();""")]
    [InlineData("""var nonce = Guid.NewGuid().ToString();""")]
    [InlineData("""var tokenId = Guid.NewGuid().ToString();""")]
    [InlineData("""var cacheKey = Guid.NewGuid().ToString();""")]
    [InlineData("""var etag = Convert.ToHexString(System.Security.Cryptography.MD5.HashData(content));""")]
    [InlineData("""var checksum = System.Security.Cryptography.SHA1.HashData(content);""")]
    [InlineData("""var contentHash = System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(user.Name!));""")]
    [InlineData("""var order = DateTime.UtcNow.Ticks.ToString();""")]
    [InlineData("""var expiry = DateTime.UtcNow.AddMinutes(30); var tokenExpiry = expiry.Ticks;""")]
    [InlineData("""var orderCode = random.Next(1000, 9999).ToString();""")]
    [InlineData("""var token = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32);""")]
    public Task Ignores_jitter_ids_checksums_and_other_uses(string statement) => Verify.Ignores(InMethod(statement));

    [Fact]
    public Task Draws_with_the_generator() => Verify.FixesAll(
        """
        class Sample
        {
            void M(Random random)
            {
                // One a login.
                var otp = [|random.Next(100000, 999999)|].ToString(); // six digits
                var token = [|Guid.NewGuid()|].ToString("N");
                var salt = new byte[16];
                [|random.NextBytes(salt)|];
            }
        }
        """,
        """
        using System.Security.Cryptography;

        class Sample
        {
            void M(Random random)
            {
                // One a login.
                var otp = RandomNumberGenerator.GetInt32(100000, 999999).ToString(); // six digits
                var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
                var salt = new byte[16];
                RandomNumberGenerator.Fill(salt);
            }
        }
        """);

    [Theory]
    [InlineData("""var token = [|DateTime.Now.Ticks|].ToString();""")]
    [InlineData("""var otp = [|random.Next()|].ToString();""")]
    public Task Offers_nothing_where_the_range_is_unknown(string statement) => Verify.OffersNoFix(InMethod(statement));

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(
        "class Sample { void M(Random r) { var token = r.; var otp = Guid.NewGuid(; salt = r.NextBytes(); return r.Next( ; }",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string InMethod(string statement) =>
        $$"""
        class User { public string? ResetToken { get; set; } public string? ConcurrencyToken { get; set; } public string? Name { get; set; } }
        class Sample
        {
            static void Use(string secret) { }
            async Task M(Random random, User user, string apiKey, byte[] content)
            {
                {{statement}}
                await Task.Yield();
            }
        }
        """;
}
