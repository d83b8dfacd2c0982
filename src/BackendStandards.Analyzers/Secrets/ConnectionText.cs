using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Reads connection strings (<c>Server=…;Password=…</c>, <c>host:6379,password=…</c>) and URLs (<c>amqp://user:password@host</c>) for the credential in them.</summary>
internal static class ConnectionText
{
    /// <summary>Stands in a text for what is not constant in it.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>The keys of a password.</summary>
    public static readonly string[] PasswordKeys = ["password", "pwd"];

    private static readonly ImmutableHashSet<string> SecretKeys = Set("password", "pwd", "accountkey", "sharedaccesskey", "sharedsecretvalue");

    private static readonly ImmutableHashSet<string> HostKeys = Set("server", "data source", "datasource", "host", "hostname", "address", "addr", "network address", "endpoint", "accountendpoint");

    private static readonly ImmutableHashSet<string> UserKeys = Set("uid", "user id", "userid", "user", "username", "user name");

    private static readonly ImmutableHashSet<string> OtherKeys = Set(
        "database", "initial catalog", "port", "accountname", "defaultendpointsprotocol", "endpointsuffix", "sharedaccesskeyname", "driver", "provider", "dsn", "service name", "virtualhost",
        "encrypt", "trustservercertificate", "multipleactiveresultsets", "ssl mode", "sslmode", "persist security info", "filename", "attachdbfilename");

    private static readonly ImmutableHashSet<string> LocalHosts = Set("localhost", "127.0.0.1", "::1", "[::1]", ".", "(local)", "host.docker.internal", ":memory:", "0.0.0.0");

    /// <summary>Whether a piece of a text may hold one: cheap, and asked of every literal.</summary>
    public static bool MayHold(string text) =>
        text.Length >= 8 && (text.IndexOf('=') >= 0 ? Has(text, "password") || Has(text, "pwd") || Has(text, "accountkey") || Has(text, "sharedaccesskey") || Has(text, "sharedsecretvalue") || IsUrl(text) : IsUrl(text));

    /// <summary>The first credential in a text; null where it holds none.</summary>
    public static ConnectionCredential? Find(string text) => OfPairs(text, ';') ?? OfUrl(text) ?? (text.IndexOf(';') < 0 ? OfPairs(text, ',') : null);

    private static bool IsUrl(string text) => text.IndexOf("://", StringComparison.Ordinal) is var at and > 0 && text.IndexOf('@', at) > 0;

    private static bool Has(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static ConnectionCredential? OfPairs(string text, char separator)
    {
        (string Key, int Start, string Value)? secret = null;
        string? host = null, user = null;
        bool isConnection = false, isClosed = false;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfPair(text, start, separator);
            var equals = text.IndexOf('=', start, end - start);
            if (equals > 0)
            {
                var (key, value) = (text.Substring(start, equals - start).Trim().ToLowerInvariant(), text.Substring(equals + 1, end - equals - 1).Trim().Trim('\'', '"'));
                if (SecretKeys.Contains(key) && secret is null)
                {
                    secret = (key, equals + 1, value);
                    isClosed = end < text.Length;
                }
                else if (HostKeys.Contains(key)) (host, isConnection) = (value, true);
                else if (UserKeys.Contains(key)) (user, isConnection) = (value, true);
                else if (OtherKeys.Contains(key)) isConnection = true;
                else if (OpensOtherwise(key, value)) return null;
            }
            else if (separator == ',' && start == 0) (host, isConnection) = (text.Substring(0, end), IsHost(text.Substring(0, end)));
            start = end + 1;
        }
        if (secret is not { } found || !isConnection || (separator == ',' && host is null)) return null;
        // A password that is joined on later ends the text; one that is empty is closed.
        if (found.Value.Length == 0) return isClosed && user is { Length: > 0 } && PasswordKeys.Contains(found.Key) ? new(found.Key, found.Start, IsEmpty: true, IsLocal(host), IsUrl: false) : null;
        return IsBlank(found.Value) || IsSample(host) ? null : new(found.Key, found.Start, IsEmpty: false, IsLocal(host) || found.Value == user, IsUrl: false);
    }

    // A quoted value may hold the separator.
    private static int EndOfPair(string text, int start, char separator)
    {
        var end = start;
        for (var quote = '\0'; end < text.Length && (quote != '\0' || text[end] != separator); end++)
            if (text[end] is '\'' or '"' && (quote == text[end] || (quote == '\0' && end > 0 && text[end - 1] == '='))) quote = quote == '\0' ? text[end] : '\0';
        return end;
    }

    private static bool OpensOtherwise(string key, string value) => key switch
    {
        "integrated security" or "trusted_connection" or "integratedsecurity" => value.ToLowerInvariant() is "true" or "yes" or "sspi",
        "authentication" => value.StartsWith("active directory", StringComparison.OrdinalIgnoreCase),
        "usedevelopmentstorage" => true,
        _ => false,
    };

    private static ConnectionCredential? OfUrl(string text)
    {
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at > 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            if (!char.IsLetter(text[at - 1])) continue;
            var start = at + 3;
            var end = start;
            while (end < text.Length && text[end] is not ('/' or '?' or '#') && !char.IsWhiteSpace(text[end])) end++;
            var sign = text.LastIndexOf('@', Math.Max(end - 1, start), Math.Max(end - start, 0));
            var colon = sign > start ? text.IndexOf(':', start, sign - start) : -1;
            if (colon < 0) continue;
            var (user, password, host) = (text.Substring(start, colon - start), text.Substring(colon + 1, sign - colon - 1), text.Substring(sign + 1, end - sign - 1));
            if (password.Length == 0 || IsBlank(password) || password.Any(IsPattern) || user.Any(IsPattern) || !host.Any(c => char.IsLetterOrDigit(c) || c == Hole) || IsSample(host)) continue;
            return new("password", colon + 1, IsEmpty: false, IsLocal(host) || user == password, IsUrl: true);
        }
        return null;
    }

    // Of a pattern, or of a text about URLs.
    private static bool IsPattern(char c) => c is '[' or ']' or '(' or ')' or '<' or '>' or '{' or '}' or '\\' or '^' or '|' or '"' or '*' or '…' or Hole;

    private static bool IsBlank(string value)
    {
        if (value.IndexOf(Hole) >= 0 || value.IndexOf('{') >= 0 || value.All(c => c is '*' or 'x' or 'X' or '.' or '?' or '-')) return true;
        if (value[0] is '@' or ':' or '?' or '%' or '$' or '#' && value.Skip(1).All(c => char.IsLetter(c) || c is '_' or '%')) return true;
        var word = value.ToLowerInvariant();
        if ((word.StartsWith("my", StringComparison.Ordinal) || word.StartsWith("your", StringComparison.Ordinal)) && (word.Contains("pass") || word.Contains("pwd") || word.Contains("secret") || word.Contains("key"))) return true;
        return word is "pass" or "pwd" or "passwd" || (Placeholders.Includes(value) && !Placeholders.AreWords(value) && !word.All(char.IsDigit));
    }

    private static bool IsHost(string text) => text.Length > 1 && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or ':' or '_' or Hole) && !text.All(char.IsDigit);

    private static bool IsLocal(string? host)
    {
        if (host is null) return false;
        var name = host.ToLowerInvariant();
        if (name.StartsWith("tcp:", StringComparison.Ordinal)) name = name.Substring(4);
        if (name.IndexOf("://", StringComparison.Ordinal) is var at and >= 0) name = name.Substring(at + 3).TrimEnd('/');
        return LocalHosts.Contains(name) || name.StartsWith("(localdb)", StringComparison.Ordinal) || LocalHosts.Contains(name.Split(',', '\\')[0]) || LocalHosts.Contains(name.Split(':')[0]);
    }

    // Names that documentation is written with.
    private static bool IsSample(string? host)
    {
        if (host is null) return false;
        var name = host.Split(':')[0].ToLowerInvariant();
        return name.Contains("example.") || name.EndsWith(".example", StringComparison.Ordinal) || name == "example" || name.StartsWith("myserver", StringComparison.Ordinal) || name.StartsWith("your", StringComparison.Ordinal) || name is "host" or "hostname";
    }

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
