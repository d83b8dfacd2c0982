using BackendStandards.Analyzers.Secrets;

namespace BackendStandards.Tests.Secrets;

public class SensitiveNamesTests
{
    [Theory]
    [InlineData("Password", true)]
    [InlineData("DB_PASSWORD", true)]
    [InlineData("Smtp:Password", true)]
    [InlineData("x-api-key", true)]
    [InlineData("AWSSecretKey", true)]
    [InlineData("passwordValue1", true)]
    [InlineData("PasswordName", false)]
    [InlineData("hasPassword", false)]
    [InlineData("encryptedPassword", false)]
    [InlineData("nextToken", false)]
    [InlineData("apiKeyId", false)]
    [InlineData("key", false)]
    [InlineData("compass", false)]
    [InlineData("secretary", false)]
    [InlineData("mapping", false)]
    [InlineData("", false)]
    public void Tells_by_whole_words_at_the_end(string name, bool sensitive) => Assert.Equal(sensitive, SensitiveNames.IsSensitive(name));

    [Theory]
    [InlineData("GetPassword", true)]
    [InlineData("GenerateResetTokenAsync", true)]
    [InlineData("ValidatePassword", false)]
    [InlineData("GetPasswordHash", false)]
    [InlineData("Get", false)]
    public void Tells_methods_that_hand_out_secrets(string name, bool producer) => Assert.Equal(producer, SensitiveNames.IsProducer(name, []));

    [Theory]
    [InlineData("MaskEmail", true)]
    [InlineData("ComputeHash", true)]
    [InlineData("Redactor", true)]
    [InlineData("Trim", false)]
    public void Tells_methods_that_mask(string name, bool masking) => Assert.Equal(masking, SensitiveNames.IsMasking(name));
}
