using BackendStandards.Analyzers.Secrets;

namespace BackendStandards.Tests.Secrets;

public class SecretValuesTests
{
    private const string Hex = "0123456789abcdef";
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Base62 = Base36 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    [Theory]
    [InlineData("9fLdjaIBGJjUm74BKsCb1h6kBovq1ZtU", true)]
    [InlineData("p4ss-w0rd!", true)]
    [InlineData("no! one# will guess$ this", true)]
    [InlineData("SELECT Id FROM Orders WHERE Total > @least AND Total < @most AND Owner = @owner", false)]
    [InlineData("INSERT INTO Orders\nVALUES (@id, @owner, @total)", false)]
    [InlineData("SHA256", false)]
    [InlineData("yyyy-MM-dd", false)]
    public void Tells_what_looks_drawn_from_queries_and_words(string text, bool looksDrawn) => Assert.Equal(looksDrawn, SecretValues.LooksDrawn(text));

    [Theory]
    [InlineData(Hex, 24)]
    [InlineData(Hex, 32)]
    [InlineData(Hex, 40)]
    [InlineData(Hex, 64)]
    [InlineData(Base36, 20)]
    [InlineData(Base36, 32)]
    [InlineData(Base62, 16)]
    [InlineData(Base62, 24)]
    [InlineData(Base62, 40)]
    [InlineData(Base62, 64)]
    public void Finds_nearly_all_random_keys(string alphabet, int length)
    {
        // Seeded: the same keys in every run.
        var random = new Random(length);
        var name = CredentialName.Read("apiKey")!;
        var found = Enumerable.Range(0, 1000).Count(_ => SecretValues.IsSecret(new string(random.GetItems<char>(alphabet, length)), name));
        // One key of 16 letters and digits in sixteen has no digit, and may be a name.
        Assert.InRange(found, length == 16 ? 900 : 950, 1000);
    }

    [Theory]
    [InlineData("correct horse battery staple", "passphrase", true)]
    [InlineData("correct horse battery staple", "password", false)]
    [InlineData("hunter2", "password", true)]
    [InlineData("hunter2", "apiKey", false)]
    [InlineData("hunter", "password", false)]
    public void Judges_by_the_kind(string value, string name, bool secret) => Assert.Equal(secret, SecretValues.IsSecret(value, CredentialName.Read(name)!));

    [Theory]
    [InlineData("password", "Password")]
    [InlineData("_userPwd", "Password")]
    [InlineData("DB_PASSPHRASE", "Passphrase")]
    [InlineData("clientSecret", "Secret")]
    [InlineData("x-api-key", "API key")]
    [InlineData("AzureWebJobsApiKey", "API key")]
    [InlineData("refreshToken", "Token")]
    [InlineData("Jwt:SigningKey", "Key")]
    [InlineData("storageAccountKey1", "Key")]
    [InlineData("mailCredential", "Credential")]
    [InlineData("passwordProd", "Password")]
    public void Tells_the_kind(string name, string kind) => Assert.Equal(kind, CredentialName.Read(name)?.KindText);

    [Theory]
    [InlineData("tokens")]
    [InlineData("user")]
    [InlineData("key")]
    [InlineData("")]
    [InlineData("tokenEndpoint")]
    public void Tells_other_names(string name) => Assert.Null(CredentialName.Read(name));

    [Fact]
    public void Measures_entropy_in_bits_a_character()
    {
        Assert.Equal(0, Entropy.Of("aaaa"), 5);
        Assert.Equal(2, Entropy.Of("abcd"), 5);
    }
}
