using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class WeakPasswordProtectionTests
{
    private static readonly FixTest<WeakPasswordProtection, WeakPasswordProtectionFix> Verify = new(RuleCatalog.WeakPasswordProtection);

    [Theory]
    [InlineData("""var hash = [|SHA256.HashData(Encoding.UTF8.GetBytes(password))|];""")]
    [InlineData("""var hash = [|SHA256.HashData(Encoding.UTF8.GetBytes(password + salt))|];""")]
    [InlineData("""var hash = [|MD5.HashData(Encoding.UTF8.GetBytes($"{salt}{password}"))|];""")]
    [InlineData("""using var sha = SHA512.Create(); var bytes = Encoding.UTF8.GetBytes(user.Password); var hash = [|sha.ComputeHash(bytes)|];""")]
    [InlineData("""var hash = [|HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(password))|];""")]
    [InlineData("""var hash = Rfc2898DeriveBytes.Pbkdf2(password, key, [|10_000|], HashAlgorithmName.SHA256, 32);""")]
    [InlineData("""var hash = Rfc2898DeriveBytes.Pbkdf2(password, key, [|100_000|], HashAlgorithmName.SHA512, 32);""")]
    [InlineData("""var hash = KeyDerivation.Pbkdf2(password, key, KeyDerivationPrf.HMACSHA256, [|10_000|], 32);""")]
    [InlineData("""options.Password.RequiredLength = [|6|];""")]
    [InlineData("""options.Lockout.AllowedForNewUsers = [|false|];""")]
    [InlineData("""var result = await signIn.PasswordSignInAsync(user, password, true, [|false|]);""")]
    [InlineData("""var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: [|false|]);""")]
    [InlineData("""var hash = BCrypt.HashPassword(password, [|4|]);""")]
    public Task Reports_what_is_too_weak(string statement) => Verify.Reports(InMethod(statement));

    [Theory]
    [InlineData("""var hash = Rfc2898DeriveBytes.Pbkdf2(password, key, 600_000, HashAlgorithmName.SHA256, 32);""")]
    [InlineData("""var hash = Rfc2898DeriveBytes.Pbkdf2(password, key, 210_000, HashAlgorithmName.SHA512, 32);""")]
    [InlineData("""var hash = Rfc2898DeriveBytes.Pbkdf2(password, key, key.Length, HashAlgorithmName.SHA256, 32);""")]
    [InlineData("""options.Password.RequiredLength = 12; options.Lockout.AllowedForNewUsers = true;""")]
    [InlineData("""var result = await signIn.PasswordSignInAsync(user, password, true, true);""")]
    [InlineData("""var hash = BCrypt.HashPassword(password, 12); var other = BCrypt.HashPassword(password);""")]
    [InlineData("""var hash = new PasswordHasher<User>().HashPassword(user, password);""")]
    [InlineData("""var digest = SHA256.HashData(key);""")]
    [InlineData("""var digest = SHA256.HashData(Encoding.UTF8.GetBytes(salt));""")]
    [InlineData("""var digest = SHA256.HashData(Encoding.UTF8.GetBytes(passwordHash));""")]
    public Task Ignores_what_is_strong_enough_and_other_hashes(string statement) => Verify.Ignores(InMethod(statement));

    [Fact]
    public Task Ignores_the_hash_that_a_breach_is_looked_up_by() => Verify.Ignores(InMethod(
        """var hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password))); var text = await new HttpClient().GetStringAsync("https://api.pwnedpasswords.com/range/" + hash[..5]);"""));

    [Fact]
    public Task Ignores_the_hash_that_a_protocol_of_others_asks_for() => Verify.Ignores(InMethod(
        """using var message = new HttpRequestMessage(HttpMethod.Post, "https://schedules.invalid/token"); message.Content = new StringContent(Convert.ToHexString(SHA1.HashData(Encoding.ASCII.GetBytes(password))));"""));

    [Fact]
    public Task Reads_the_iterations_that_are_wanted() => Verify.Ignores(
        InMethod("""var hash = Rfc2898DeriveBytes.Pbkdf2(password, key, 300_000, HashAlgorithmName.SHA256, 32);"""),
        test => test.Configure("backend_standards.bst3081.min_iterations = 300000"));

    [Fact]
    public Task Sets_numbers_and_lockout() => Verify.FixesAll(
        InMethod("""options.Password.RequiredLength = [|6|]; /* for now */ options.Lockout.AllowedForNewUsers = [|false|]; var result = await signIn.PasswordSignInAsync(user, password, true, lockoutOnFailure: [|false|]); var hash = BCrypt.HashPassword(password, [|4|]);"""),
        InMethod("""options.Password.RequiredLength = 8; /* for now */ options.Lockout.AllowedForNewUsers = true; var result = await signIn.PasswordSignInAsync(user, password, true, lockoutOnFailure: true); var hash = BCrypt.HashPassword(password, 12);"""));

    [Fact]
    public Task Leaves_iterations_alone_since_stored_hashes_would_no_longer_match() => Verify.OffersNoFix(InMethod(
        """var hash = Rfc2898DeriveBytes.Pbkdf2(password, key, [|10_000|], HashAlgorithmName.SHA256, 32);"""));

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(
        "class Sample { void M(string password) { SHA256.HashData(password; Rfc2898DeriveBytes.Pbkdf2(password, ; options.Password.RequiredLength = ; SHA256.HashData(",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string InMethod(string statement) =>
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.AspNetCore.Cryptography.KeyDerivation;
        using Microsoft.AspNetCore.Identity;
        class User { public string Password { get; set; } = ""; }
        static class BCrypt { public static string HashPassword(string inputKey, int workFactor = 11) => inputKey; }
        class Sample
        {
            async Task M(SignInManager<User> signIn, IdentityOptions options, User user, string password, string passwordHash, string salt, byte[] key)
            {
                {{statement}}
                await Task.Yield();
            }
        }
        """;
}
