using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>A name that says its value is a credential: the kind, the words that say so, and the words before them.</summary>
internal sealed class CredentialName
{
    private static readonly TermList Terms = new(
        [
            "password", "passwd", "pwd", "passphrase", "passcode", "secret", "client secret", "clientsecret", "webhook secret", "secret key", "secret access key", "api key", "apikey",
            "api secret", "api token", "access key", "accesskey", "access token", "refresh token", "auth token", "bearer token", "private key", "privatekey", "signing key",
            "encryption key", "shared key", "shared access key", "master key", "account key", "subscription key", "hmac key", "jwt key", "jwt secret", "security key", "token", "credential",
            "sas", "sas token", "hmac", "pepper",
        ],
        ["password", "passwd", "passphrase", "clientsecret", "apikey", "accesstoken", "refreshtoken", "authtoken"]);

    // A word after the term: the same credential, for one environment.
    private static readonly ImmutableHashSet<string> Environments = Set("prod", "production", "live", "staging", "default", "fallback", "admin");

    // A word before the term that makes it something else.
    private static readonly ImmutableHashSet<string> Disguised = Set(
        "hashed", "hash", "masked", "redacted", "encrypted", "obfuscated", "invalid", "wrong", "incorrect", "bad", "dummy", "fake", "sample", "example", "placeholder", "forgot",
        "forgotten", "missing", "expected", "public", "publishable", "no", "is", "has");

    private static readonly ImmutableHashSet<string> OtherTokens = Set(
        "cancellation", "continuation", "page", "paging", "next", "previous", "syntax", "csrf", "xsrf", "antiforgery", "forgery", "sync", "skip", "delta", "concurrency",
        "stopping", "stop", "shutdown", "change", "json", "lexer", "parser", "unexpected", "special", "start", "end", "template", "trivia", "separator", "replacement");

    private readonly bool _isTaker;

    private CredentialName(string name, CredentialKind kind, IReadOnlyList<string> before, IReadOnlyList<string> term, bool isTaker = false) =>
        (Name, Kind, Before, Term, _isTaker) = (name, kind, before, term, isTaker);

    /// <summary>The name as written.</summary>
    public string Name { get; }

    /// <summary>What the term says that it is.</summary>
    public CredentialKind Kind { get; }

    /// <summary>The words before the term, in lower case.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>The words that make it a credential, in lower case.</summary>
    public IReadOnlyList<string> Term { get; }

    /// <summary>The kind in words, for a message.</summary>
    public string KindText => (Kind == CredentialKind.ApiKey ? "API key" : Kind.ToString()) + (_isTaker ? " given to" : "");

    /// <summary>Reads a name; null for one that tells of no credential.</summary>
    public static CredentialName? Read(string name)
    {
        var words = Words.Split(name);
        while (words.Count > 1 && Environments.Contains(words[words.Count - 1])) words = words.Take(words.Count - 1).ToList();
        var (start, end) = Terms.Find(words);
        if (start < 0) return null;
        var before = words.Take(start).ToList();
        var term = words.Skip(start).Take(end - start).ToList();
        if (before.Any(Disguised.Contains) || (words[end - 1] == "token" && before.Any(OtherTokens.Contains))) return null;
        return new CredentialName(name, KindOf(term), before, term);
    }

    /// <summary>A credential that an interface asks for under a name that does not say so.</summary>
    public static CredentialName Known(string name, CredentialKind kind) => new(name, kind, [], Words.Split(name), isTaker: true);

    private static CredentialKind KindOf(IReadOnlyList<string> term)
    {
        var last = term[term.Count - 1];
        if (last.EndsWith("passphrase", StringComparison.Ordinal)) return CredentialKind.Passphrase;
        if (last.EndsWith("password", StringComparison.Ordinal) || last.EndsWith("passwd", StringComparison.Ordinal) || last is "pwd" or "passcode") return CredentialKind.Password;
        if (last.EndsWith("apikey", StringComparison.Ordinal) || (last == "key" && term.Contains("api"))) return CredentialKind.ApiKey;
        if (last.EndsWith("secret", StringComparison.Ordinal) || term.Contains("secret")) return CredentialKind.Secret;
        if (last.EndsWith("token", StringComparison.Ordinal) || last == "sas") return CredentialKind.Token;
        return last.EndsWith("key", StringComparison.Ordinal) || last is "hmac" or "pepper" ? CredentialKind.Key : CredentialKind.Credential;
    }

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
