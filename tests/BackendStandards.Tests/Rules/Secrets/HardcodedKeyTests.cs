using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Tests.Rules.Secrets;

public class HardcodedKeyTests
{
    // Drawn at random for these tests.
    private const string Text = "9fLdjaIBGJjUm74BKsCb1h6kBovq1ZtU";
    private const string Base64 = "7NI1mWc5p9qv0L42TuMuRSfGneCvklRBtJo6gFhkxeA=";
    private const string Hex = "3cbcc14740c141ab96ba9ce695300cf3";
    private static readonly RuleTest<Only<HardcodedKey>> Verify = new(RuleCatalog.HardcodedKey);

    [Fact]
    public Task Reports_what_takes_the_key_and_what_to_do() => Verify.Reports(
        InMethod($$"""
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes({|#0:"{{Text}}"|}));
        aes.IV = {|#1:new byte[] { 4, 8, 15, 16, 23, 42, 4, 8, 15, 16, 23, 42, 4, 8, 15, 16 }|};
        var bytes = Rfc2898DeriveBytes.Pbkdf2(password, {|#2:"{{Text}}"u8|}.ToArray(), 600_000, HashAlgorithmName.SHA256, 32);
        """),
        test => test.ExpectedDiagnostics.AddRange(
        [
            Verify.Expected.WithLocation(0).WithArguments("Key", "SymmetricSecurityKey", "read it from configuration or a key store"),
            Verify.Expected.WithLocation(1).WithArguments("Initialization vector", "Aes.IV", "make a random one for each message and send it along"),
            Verify.Expected.WithLocation(2).WithArguments("Salt", "Rfc2898DeriveBytes.Pbkdf2", "make a random one for each password and keep it beside the hash"),
        ]));

    [Fact]
    public Task Says_that_a_key_is_too_short_to_sign_with() => Verify.Reports(
        InMethod("""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes({|#0:"9fLdjaIBGJjUm74BKsCb"|}));"""),
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("Key", "SymmetricSecurityKey", "read it from configuration or a key store; it is too short besides, as HS256 needs 32 bytes")));

    [Fact]
    public async Task Names_no_part_of_the_value()
    {
        var compilation = Sources.Compile(InMethod($"""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("{Text}"));"""));
        var finding = Assert.Single(await compilation.WithAnalyzers([new Only<HardcodedKey>()]).GetAnalyzerDiagnosticsAsync());
        var said = finding.GetMessage() + string.Concat(finding.Properties.Values);
        Assert.DoesNotContain(Text[..6], said);
        Assert.DoesNotContain(Text[^6..], said);
    }

    [Theory]
    [InlineData("""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes([|"T"|]));""")]
    [InlineData("""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes([|"T" + "T"|]));""")]
    [InlineData("""var key = new SymmetricSecurityKey(Convert.FromBase64String([|"B"|]));""")]
    [InlineData("""var key = new SymmetricSecurityKey(Base64UrlEncoder.DecodeBytes([|"B"|]));""")]
    [InlineData("""var key = new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes([|"T"|])), SecurityAlgorithms.HmacSha256);""")]
    [InlineData("""using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes([|"T"|]));""")]
    [InlineData("""using var hmac = new HMACSHA512([|"T"u8|].ToArray());""")]
    [InlineData("""var mac = HMACSHA256.HashData([|"T"u8|], data);""")]
    [InlineData("""var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes([|"T"|]), data);""")]
    [InlineData("""aes.Key = Convert.FromHexString([|"H"|]);""")]
    [InlineData("""aes.Key = [|new byte[] { 1, 2, 3, 5, 7, 11, 13, 17, 1, 2, 3, 5, 7, 11, 13, 17 }|];""")]
    [InlineData("""aes.Key = [|[1, 2, 3, 5, 7, 11, 13, 17, 1, 2, 3, 5, 7, 11, 13, 17]|];""")]
    [InlineData("""aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes([|"T"|]));""")]
    [InlineData("""aes.Key = Encoding.UTF8.GetBytes([|"T"|].PadRight(32));""")]
    [InlineData("""aes.Key = Encoding.UTF8.GetBytes(configuration["Key"] ?? [|"T"|]);""")]
    [InlineData("""var box = new AesGcm(Convert.FromHexString([|"H"|]), 16);""")]
    [InlineData("""var box = new AesCcm(Convert.FromHexString([|"H"|]));""")]
    [InlineData("""var box = new ChaCha20Poly1305(Convert.FromBase64String([|"B"|]));""")]
    [InlineData("""var encryptor = aes.CreateEncryptor(Convert.FromHexString([|"H"|]), aes.IV);""")]
    [InlineData("""var encryptor = aes.CreateEncryptor(aes.Key, [|"T"u8|].ToArray());""")]
    [InlineData("""var bytes = Rfc2898DeriveBytes.Pbkdf2([|"T"|], data, 600_000, HashAlgorithmName.SHA256, 32);""")]
    [InlineData("""var bytes = HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromHexString([|"H"|]), 32);""")]
    [InlineData("""var certificate = X509CertificateLoader.LoadPkcs12FromFile("server.pfx", [|"T"|]);""")]
    [InlineData("""var secret = new Microsoft.AspNetCore.DataProtection.Secret([|"T"u8|].ToArray());""")]
    [InlineData("""var key = new JsonWebKey { K = [|"T"|] };""")]
    [InlineData("""using var rsa = RSA.Create(); rsa.ImportRSAPrivateKey(Convert.FromBase64String([|"B"|]), out _);""")]
    [InlineData("""using var ec = ECDsa.Create(); ec.ImportPkcs8PrivateKey(Convert.FromBase64String([|"B"|]), out _);""")]
    public Task Reports_constants_in_every_sink(string statement) => Verify.Reports(InMethod(Fill(statement)));

    [Theory]
    [InlineData("""var text = [|"T"|]; aes.Key = Encoding.UTF8.GetBytes(text);""")]
    [InlineData("""const string text = [|"T"|]; aes.Key = Encoding.UTF8.GetBytes(text);""")]
    [InlineData("""var key = Convert.FromBase64String([|"B"|]); aes.Key = key; var again = new AesGcm(key, 16);""")]
    [InlineData("""byte[] key = [|{ 1, 2, 3, 5, 7, 11, 13, 17, 1, 2, 3, 5, 7, 11, 13, 17 }|]; aes.Key = key;""")]
    [InlineData("""aes.Key = Encoding.UTF8.GetBytes(Keys.Constant);""")]
    [InlineData("""aes.Key = Keys.Bytes;""")]
    [InlineData("""aes.Key = Keys.Property;""")]
    [InlineData("""aes.Key = Convert.FromHexString(Keys.Arrow);""")]
    public Task Reports_constants_through_locals_and_members(string statement)
    {
        var keys = Fill("""
            static class Keys
            {
                public const string Constant = "T";
                public static readonly byte[] Bytes = Encoding.UTF8.GetBytes("T");
                public static byte[] Property { get; } = Convert.FromBase64String("B");
                public static string Arrow => "H";
            }

            """);
        foreach (var member in new[] { "Constant", "Bytes", "Property", "Arrow" })
            if (statement.Contains("Keys." + member))
                keys = string.Join("\n", keys.Split('\n').Select(line => line.Contains($" {member} ") ? System.Text.RegularExpressions.Regex.Replace(line, "\"[^\"]+\"", match => $"[|{match.Value}|]") : line));
        return Verify.Reports(InMethod(Fill(statement)) + "\n" + keys);
    }

    [Fact]
    public Task Reports_where_the_constant_is_written_in_another_file() => Verify.Files(
    [
        $$"""static class Keys { public const string Jwt = [|"{{Text}}"|]; }""",
        InMethod("""var one = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Keys.Jwt)); var two = new HMACSHA256(Encoding.UTF8.GetBytes(Keys.Jwt));"""),
    ]);

    [Fact]
    public Task Reports_in_test_projects_as_a_suggestion() => Verify.Reports(
        InMethod($$"""aes.Key = Convert.FromHexString({|#0:"{{Hex}}"|});"""),
        test =>
        {
            test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
            test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithSeverity(DiagnosticSeverity.Info)
                .WithArguments("Key", "Aes.Key", "read it from configuration or a key store"));
        });

    [Theory]
    [InlineData("""aes.Key = Convert.FromBase64String(configuration["Key"] ?? throw new InvalidOperationException());""")]
    [InlineData("""aes.Key = RandomNumberGenerator.GetBytes(32);""")]
    [InlineData("""var key = new byte[32]; RandomNumberGenerator.Fill(key); aes.Key = key;""")]
    [InlineData("""byte[] key = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }; RandomNumberGenerator.Fill(key); aes.Key = key;""")]
    [InlineData("""byte[] key = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }; RandomNumberGenerator.Fill(key.AsSpan()); aes.Key = key;""")]
    [InlineData("""byte[] key = { 0, 0, 0, 0 }; for (var i = 0; i < 4; i++) key[i] = data[i]; aes.Key = key;""")]
    [InlineData("""var text = "T"; text = password; aes.Key = Encoding.UTF8.GetBytes(text);""")]
    [InlineData("""aes.Key = Encoding.UTF8.GetBytes("T" + password);""")]
    [InlineData("""aes.Key = Encoding.UTF8.GetBytes(password);""")]
    [InlineData("""var key = new SymmetricSecurityKey(data);""")]
    [InlineData("""var certificate = X509CertificateLoader.LoadPkcs12FromFile("server.pfx", password);""")]
    [InlineData("""var certificate = X509CertificateLoader.LoadPkcs12FromFile("server.pfx", "");""")]
    [InlineData("""var certificate = X509CertificateLoader.LoadPkcs12FromFile("server.pfx", null);""")]
    [InlineData("""var mac = HMACSHA256.HashData(data, "T"u8);""")]
    public Task Ignores_keys_from_outside(string statement) => Verify.Ignores(InMethod(Fill(statement)));

    [Fact]
    public Task Ignores_public_keys() => Verify.Ignores(InMethod($$"""
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String("{{Base64}}"), out _);
        rsa.ImportRSAPublicKey(Convert.FromBase64String("{{Base64}}"), out _);
        var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String("{{Base64}}"));
        var key = new JsonWebKey { N = "{{Text}}", E = "AQAB" };
        """));

    [Fact]
    public Task Ignores_magic_bytes_that_reach_no_key() => Verify.Ignores(InMethod("""
        var isPng = data.AsSpan().StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47 });
        var header = "T"u8.ToArray();
        """));

    [Fact]
    public Task Ignores_fields_that_a_constructor_sets() => Verify.Ignores(
        $$"""
        using System.Security.Cryptography;
        class Sample
        {
            private readonly byte[] _key = Convert.FromHexString("{{Hex}}");
            public Sample(byte[] key) => _key = key;
            void M(Aes aes) => aes.Key = _key;
        }
        """);

    [Fact]
    public Task Ignores_own_types_of_the_same_name() => Verify.Ignores(
        $$"""class Aes { public string? Key { get; set; } } class Sample { Aes M() => new() { Key = "{{Text}}" }; }""");

    [Fact]
    public Task Ignores_values_and_names_that_the_user_allows() => Verify.Ignores(
        InMethod($"""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("sandbox-{Text}")); var demoKey = "{Text}"; aes.Key = Encoding.UTF8.GetBytes(demoKey);"""),
        test => test.Configure("backend_standards.secrets.allowed_values_regex = ^sandbox-", "backend_standards.secrets.allowed_name_words = demo"));

    [Fact]
    public async Task Reports_alone_where_the_name_is_a_credentials_too()
    {
        var compilation = Sources.Compile(InMethod($"""var jwtSecret = "{Text}"; var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(jwtSecret));"""));
        var finding = Assert.Single(await compilation.WithAnalyzers([new Only<HardcodedKey>(), new Only<HardcodedCredential>()]).GetAnalyzerDiagnosticsAsync());
        Assert.Equal("BST4003", finding.Id);
    }

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(
        InMethod("""aes.Key = ; aes.Key = Convert.FromHexString(); new SymmetricSecurityKey( ; var x = new HMACSHA256(Missing); byte[] key = key; aes.Key = key; HMACSHA256.HashData("""),
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    // Of frameworks and packages that the tests do not reference.
    private static readonly string[] Unverified = ["System.DirectoryServices", "System.Web", "Azure.Storage", "Amazon.Runtime", "MailKit", "Microsoft.Identity.Client", "System.IdentityModel.Tokens", "Org.BouncyCastle"];

    /// <summary>Every row names a type, member and parameter of the real library.</summary>
    [Fact]
    public void Every_sink_is_real()
    {
        var compilation = CSharpCompilation.Create("Sinks", references: References.All);
        foreach (var row in KeySinks.All.Concat(CredentialSinks.All))
        {
            if (row.Type == SinkTable.AnyLibrary || Unverified.Any(space => row.Type.StartsWith(space + ".", StringComparison.Ordinal))) continue;
            var type = compilation.GetTypeByMetadataName(row.Type);
            Assert.True(type is not null, row.Type);
            var members = type.GetMembers(row.Member);
            Assert.True(row.Parameter == "value" && members.Any(member => member is IPropertySymbol { SetMethod: not null })
                || members.OfType<IMethodSymbol>().Any(method => method.Parameters.Any(parameter => parameter.Name == row.Parameter)), row.ToString());
        }
    }

    private static string Fill(string source) => source.Replace("\"T\"", $"\"{Text}\"").Replace("\"B\"", $"\"{Base64}\"").Replace("\"H\"", $"\"{Hex}\"");

    private static string InMethod(string body) =>
        $$"""
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using System.Text;
        using Microsoft.IdentityModel.Tokens;

        class Sample
        {
            void M(Aes aes, byte[] data, string password, IConfiguration configuration)
            {
                {{body}}
            }
        }
        """;
}
