using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Which names say that a value must not be guessed, or that it proves something: tokens of login and reset, keys, one-time codes, salts, signatures.</summary>
internal static class SecurityNames
{
    private static readonly TermList Unguessable = new(
        [
            "token", "secret", "api key", "apikey", "access key", "secret key", "otp", "one time password", "one time code", "password", "passphrase", "pass code", "passcode", "pin", "pin code", "salt", "nonce",
            "reset code", "verification code", "confirmation code", "activation code", "recovery code", "auth code", "authorization code", "security code", "login code", "access code", "sms code",
            "session key", "encryption key", "signing key", "private key", "initialization vector",
        ],
        ["password", "apikey", "accesstoken", "refreshtoken", "resettoken"]);

    private static readonly TermList Proving = new(
        [
            "api key", "apikey", "secret", "client secret", "webhook secret", "shared secret", "signature", "hmac", "mac", "otp", "access token", "refresh token", "reset token", "auth token", "bearer token",
            "verification token", "session token", "signing key", "password hash", "hashed password", "digest",
        ],
        ["apikey", "clientsecret", "accesstoken", "refreshtoken"]);

    // A word before the term: the value tells things apart, and nobody gains by guessing it.
    private static readonly ImmutableHashSet<string> Harmless = Set(
        "cancellation", "concurrency", "correlation", "continuation", "page", "paging", "next", "previous", "request", "client", "idempotency", "trace", "lock", "lease", "change", "sync", "stop",
        "stopping", "design", "fake", "dummy", "sample", "test", "mock", "parser", "lexer", "syntax", "json", "template", "placeholder", "registration", "map", "pushpin", "cache", "busting", "version");

    // A word before the term: two values of one thing, compared to see whether it has changed.
    private static readonly ImmutableHashSet<string> Versions = Set("old", "new", "current", "existing", "previous", "last", "original", "updated", "confirm", "confirmation", "repeat", "method", "type");

    private static readonly ImmutableHashSet<string> Making = Set("generate", "create", "make", "new", "build", "get", "random", "issue", "produce");

    /// <summary>Whether a value of this name must not be guessed.</summary>
    public static bool MustBeUnguessable(string name) => Has(Unguessable, name, Harmless);

    /// <summary>Whether a value of this name has to differ from others, and may be known.</summary>
    public static bool IsUniqueOnly(string name) => Words.Split(name).Any(word => word is "salt" or "nonce");

    /// <summary>Whether a method of this name makes such a value: <c>GenerateResetToken</c>, <c>RandomPassword</c>.</summary>
    public static bool MakesUnguessable(string method)
    {
        var words = Words.Split(method);
        var count = words.Count > 1 && words[words.Count - 1] == "async" ? words.Count - 1 : words.Count;
        return count > 1 && Making.Contains(words[0]) && MustBeUnguessable(string.Join("_", words.Skip(1).Take(count - 1)));
    }

    /// <summary>Whether who knows a value of this name is let in.</summary>
    public static bool ProvesIdentity(string name) => Has(Proving, name, Harmless) && !Words.Split(name).Any(Versions.Contains);

    private static bool Has(TermList terms, string name, ImmutableHashSet<string> but)
    {
        var words = Words.Split(name);
        var (start, _) = terms.Find(words);
        return start >= 0 && !words.Take(start).Any(but.Contains);
    }

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
