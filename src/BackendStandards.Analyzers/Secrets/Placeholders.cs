using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Values that stand for a secret: to be filled in, blacked out, or known to everybody from a library's documentation.</summary>
internal static class Placeholders
{
    private static readonly ImmutableHashSet<string> Whole = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "todo", "tbd", "dummy", "fake", "example", "sample", "test", "testing", "placeholder", "secret", "password", "redacted", "none", "null", "n/a", "default",
        "undefined", "unknown", "hidden", "masked", "string", "empty");

    private static readonly string[] Parts =
        ["changeme", "change-me", "change_me", "changethis", "change-this", "change_this", "your-", "your_", "yourpass", "yoursecret", "yourkey", "yourtoken", "placeholder", "example", "dummy", "redacted", "notarealkey", "insert-", "insert_", "not-a-secret", "@microsoft.keyvault("];

    private static readonly string[] Beginnings = ["your ", "replace", "insert", "enter-", "enter_", "xxxx", "****", "..."];

    private static readonly (string Open, string Close)[] Brackets =
        [("<", ">"), ("{{", "}}"), ("${", "}"), ("$(", ")"), ("#{", "}"), ("#{", "}#"), ("__", "__"), ("%", "%"), ("@", "@"), ("[", "]"), ("{", "}")];

    // The beginnings of the keys of the Azure Storage and Cosmos emulators, of the token at jwt.io, and of the key in Stripe's documentation.
    private static readonly string[] Documented = ["Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50u", "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkw", "sk_test_4eC39Hq"];

    // What anybody may know: hashes of passwords as the common libraries write them, public keys and certificates.
    private static readonly string[] Disclosed =
        ["$2a$", "$2b$", "$2y$", "$argon2", "$pbkdf2", "$scrypt", "AQAAAA", "-----BEGIN PUBLIC", "-----BEGIN RSA PUBLIC", "-----BEGIN CERTIFICATE", "MIIBIjANBgkqhkiG9w0BAQ", "MIICIjANBgkqhkiG9w0BAQ", "MFkwEwYHKoZIzj0CAQ"];

    /// <summary>Whether the value is a word that is a blank in most places, but where a password is handed over is one, and a bad one.</summary>
    public static bool AreWords(string value) => value.ToLowerInvariant() is "password" or "secret" or "default";

    /// <summary>Whether the value stands for a secret, or is known not to be one.</summary>
    public static bool Includes(string value) =>
        Whole.Contains(value.Trim())
        || Parts.Any(part => value.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)
        || Beginnings.Any(beginning => value.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
        || Brackets.Any(bracket => value.Length >= bracket.Open.Length + bracket.Close.Length && value.StartsWith(bracket.Open, StringComparison.Ordinal) && value.EndsWith(bracket.Close, StringComparison.Ordinal))
        || Documented.Concat(Disclosed).Any(beginning => value.StartsWith(beginning, StringComparison.Ordinal))
        || IsMonotonous(value);

    // aaaaaaaa, 12345678, abcdefgh, 0123456789abcdef: each character the one before, or the next to it.
    private static bool IsMonotonous(string value)
    {
        var steps = 0;
        for (var i = 1; i < value.Length; i++)
            if (value[i] == value[i - 1] || value[i] == value[i - 1] + 1 || value[i] == value[i - 1] - 1) steps++;
        return value.Length > 0 && steps * 10 >= (value.Length - 1) * 8;
    }
}
