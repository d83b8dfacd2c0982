using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>
/// Which names say that a value must not be seen: by whole words, and at the end of the name, so that <c>userPassword</c> is one
/// and <c>passwordPolicy</c>, <c>keyboard</c> and <c>secretName</c> are not.
/// </summary>
internal static class SensitiveNames
{
    private static readonly TermList Terms = new(
        [
            "password", "passwd", "pwd", "passphrase", "passcode", "secret", "secret key", "api key", "apikey", "access key", "accesskey", "private key", "privatekey",
            "signing key", "encryption key", "shared key", "master key", "account key", "token", "authorization", "authorization header", "cookie", "connection string",
            "connectionstring", "conn string", "pin", "pin code", "cvv", "cvc",
        ],
        ["password", "passwd", "passphrase", "secret", "apikey", "accesstoken", "refreshtoken", "authtoken"]);

    // A word before the term that makes it another value.
    private static readonly ImmutableHashSet<string> Disguised = Set(
        "hashed", "hash", "masked", "redacted", "encrypted", "obfuscated", "sanitized", "sanitised", "scrubbed", "anonymized", "anonymised", "protected", "truncated", "shortened",
        "abbreviated", "partial", "safe", "clean", "has", "is");

    private static readonly ImmutableHashSet<string> OtherTokens = Set(
        "cancellation", "continuation", "page", "paging", "next", "previous", "syntax", "csrf", "xsrf", "antiforgery", "forgery", "verification", "sync", "skip", "delta",
        "concurrency", "stopping", "stop", "shutdown", "change", "json", "lexer", "parser", "unexpected", "expected", "special", "start", "end", "template", "trivia", "public");

    private static readonly ImmutableHashSet<string> Endings = Set(
        "id", "ids", "hash", "hashed", "length", "count", "type", "name", "names", "expiry", "expires", "expiration", "lifetime", "policy", "question", "hint", "format", "enabled",
        "url", "uri", "path", "version", "status", "state", "kind", "scheme", "issuer", "provider", "prefix", "fingerprint", "thumbprint", "algorithm", "error", "message", "label");

    private static readonly ImmutableHashSet<string> Masking = Set(
        "mask", "masked", "redact", "redacted", "redactor", "hash", "hashed", "obfuscate", "anonymize", "anonymise", "sanitize", "sanitise", "scrub", "hide", "censor",
        "encrypt", "protect", "fingerprint", "thumbprint");

    private static readonly ImmutableHashSet<string> Parsing = Set(
        "parser", "lexer", "tokenizer", "scanner", "compiler", "interpreter", "evaluator", "grammar", "syntax", "expression", "template", "tokenization");

    private static readonly ImmutableHashSet<string> Producing = Set(
        "get", "generate", "create", "read", "fetch", "load", "build", "issue", "find", "resolve", "decrypt", "unprotect", "acquire", "request", "make", "write");

    /// <summary>Whether a value of this name is a secret itself.</summary>
    public static bool IsSensitive(string name) => IsSensitive(name, ImmutableHashSet<string>.Empty);

    /// <summary>As <see cref="IsSensitive(string)"/>, with further terms, each written as a name (<c>accountNumber</c>).</summary>
    public static bool IsSensitive(string name, ImmutableHashSet<string> further)
    {
        var words = Words.Split(name);
        var (start, end) = Terms.Find(words, term => further.Any(added => string.Join(" ", Words.Split(added)) == term));
        // The token of a stream that was opened names it, and admits nobody.
        if (start > 0 && words[end - 1] == "token" && words[start - 1] is "open" or "stream") return false;
        return start >= 0 && !IsDisguised(words.Take(start)) && !words.Take(start).Any(word => (words[end - 1] == "token" && OtherTokens.Contains(word)));
    }

    /// <summary>Whether the name says that the value is about a secret and not the secret: <c>tokenId</c>, <c>passwordHash</c>, <c>maskedKey</c>.</summary>
    public static bool IsDescriptive(string name)
    {
        var words = Words.Split(name);
        return words.Count > 0 && (Endings.Contains(words[words.Count - 1]) || words.Any(Disguised.Contains)
            || (words[words.Count - 1] is "token" && words.Any(OtherTokens.Contains)));
    }

    /// <summary>Whether one of the words before a term makes it a value that may be seen: <c>masked</c>, <c>has</c>.</summary>
    public static bool IsDisguised(IEnumerable<string> words) => words.Any(Disguised.Contains);

    /// <summary>Whether in a type of this name a <c>token</c> is a piece of text that is being parsed.</summary>
    public static bool IsParser(string type) => Words.Split(type).Any(Parsing.Contains);

    /// <summary>Whether a method of this name returns something that may be seen in the place of what it is given.</summary>
    public static bool IsMasking(string method) => Words.Split(method).Any(Masking.Contains);

    /// <summary>Whether a method of this name hands out a secret: <c>GetPassword</c>, <c>GenerateTokenAsync</c>.</summary>
    public static bool IsProducer(string method, ImmutableHashSet<string> further) => IsProducer(method, name => IsSensitive(name, further));

    /// <summary>As <see cref="IsProducer(string, ImmutableHashSet{string})"/>, for another kind of names.</summary>
    public static bool IsProducer(string method, Func<string, bool> isSensitive)
    {
        var words = Words.Split(method);
        var count = words.Count > 0 && words[words.Count - 1] == "async" ? words.Count - 1 : words.Count;
        return count > 1 && Producing.Contains(words[0]) && isSensitive(string.Join("_", words.Skip(1).Take(count - 1)));
    }

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
