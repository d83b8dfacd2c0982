using System.Collections.Immutable;
using static BackendStandards.Analyzers.Secrets.Providers.TokenShapes;

namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>Finds the credentials of known issuers in a text, by the formats that they publish. Ordinal, without regular expressions: every literal of a project comes by.</summary>
internal static class ProviderFormats
{
    /// <summary>No format is shorter.</summary>
    public const int ShortestText = 20;

    private static readonly ImmutableArray<ProviderFormat> Formats = ImmutableArray.CreateRange<ProviderFormat>((ProviderFormat[])
        [
            .. Prefixes("AWS access key", Run(Alphabet.Upper, 16), "AKIA", "ASIA", "ABIA", "ACCA"),
            .. Prefixes("GitHub token", Checked(Run(Alphabet.Alphanumeric, 36)), "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            new("GitHub token", "github_pat_", Parts('_', (Alphabet.Alphanumeric, 22, 22), (Alphabet.Alphanumeric, 59, 59))),
            .. Prefixes("GitLab token", Run(Alphabet.Base64Url, 20, 64), "glpat-", "gldt-", "glrt-", "glcbt-"),
            new("GitLab token", "glptt-", Run(Alphabet.Hex, 40)),
            new("Slack token", "xoxb-", Parts('-', (Alphabet.Alphanumeric, 10, 14), (Alphabet.Alphanumeric, 10, 14), (Alphabet.Alphanumeric, 18, 40))),
            .. Prefixes("Slack token", Parts('-', (Alphabet.Alphanumeric, 10, 14), (Alphabet.Alphanumeric, 10, 14), (Alphabet.Alphanumeric, 10, 14), (Alphabet.Alphanumeric, 28, 64)), "xoxp-", "xoxa-", "xoxe-"),
            new("Slack token", "xapp-", Parts('-', (Alphabet.Alphanumeric, 1, 1), (Alphabet.Upper, 9, 14), (Alphabet.Alphanumeric, 10, 14), (Alphabet.Hex, 60, 70))),
            new("Slack webhook", "hooks.slack.com/services/", Parts('/', (Alphabet.Upper, 8, 14), (Alphabet.Upper, 8, 14), (Alphabet.Alphanumeric, 23, 25))),
            .. Prefixes("Stripe key", Run(Alphabet.Alphanumeric, 24, 247), "sk_live_", "rk_live_", "sk_test_", "rk_test_"),
            new("Stripe webhook secret", "whsec_", Run(Alphabet.Alphanumeric, 32, 64)),
            new("Google API key", "AIza", Run(Alphabet.Base64Url, 35)),
            new("OpenAI key", "sk-", With("T3BlbkFJ", Run(Alphabet.Base64Url, 45, 200))),
            .. Prefixes("Anthropic key", Run(Alphabet.Base64Url, 93, 100), "sk-ant-api03-", "sk-ant-admin01-"),
            new("NuGet API key", "oy2", Run(Alphabet.Lower, 43)),
            new("npm token", "npm_", Checked(Run(Alphabet.Alphanumeric, 36))),
            new("PyPI token", "pypi-AgEIcHlwaS5vcmc", Run(Alphabet.Base64Url, 50, 400)),
            new("SendGrid key", "SG.", Parts('.', (Alphabet.Base64Url, 22, 22), (Alphabet.Base64Url, 43, 43))),
            new("Twilio key", "SK", Run(Alphabet.Hex, 32), Context: "twilio"),
            new("Mailgun key", "key-", Run(Alphabet.Hex, 32), Context: "mailgun"),
            .. Prefixes("Discord webhook", Parts('/', (Alphabet.Hex, 17, 20), (Alphabet.Base64Url, 60, 80)), "discord.com/api/webhooks/", "discordapp.com/api/webhooks/"),
            .. Prefixes("DigitalOcean token", Run(Alphabet.Hex, 64), "dop_v1_", "doo_v1_", "dor_v1_"),
            new("Databricks token", "dapi", Run(Alphabet.Hex, 32)),
            .. Prefixes("HashiCorp Vault token", Run(Alphabet.Base64Url, 90, 300), "hvs.", "hvb."),
            new("Doppler token", "dp.pt.", Run(Alphabet.Alphanumeric, 40, 44)),
            .. Prefixes("Shopify token", Run(Alphabet.Hex, 32), "shpat_", "shpca_", "shppa_", "shpss_"),
            new("Linear key", "lin_api_", Run(Alphabet.Alphanumeric, 40)),
            new("Grafana token", "glsa_", Parts('_', (Alphabet.Alphanumeric, 32, 32), (Alphabet.Hex, 8, 8))),
            new("New Relic key", "NRAK-", Run(Alphabet.Upper, 27)),
            new("Octopus Deploy key", "API-", Run(Alphabet.Upper, 26)),
            new("Postman key", "PMAK-", Parts('-', (Alphabet.Hex, 24, 24), (Alphabet.Hex, 34, 34))),
            new("Pulumi token", "pul-", Run(Alphabet.Hex, 40)),
            .. Prefixes("PlanetScale credential", Run(Alphabet.Base64Url, 32, 64), "pscale_tkn_", "pscale_pw_", "pscale_oauth_"),
            new("Sentry token", "sntrys_eyJ", Run(Alphabet.Base64Url, 60, 400)),
            new("Sentry token", "sntryu_", Run(Alphabet.Hex, 64)),
            new("JFrog key", "AKCp", Run(Alphabet.Alphanumeric, 69)),
            new("age secret key", "AGE-SECRET-KEY-1", Run(Alphabet.Upper, 58)),
            new("Azure account key", "AccountKey=", AzureKeys.Padded(86, "==")),
            new("Azure shared access key", "SharedAccessKey=", AzureKeys.Padded(43, "=")),
            new("Azure SAS token", "sig=", AzureKeys.Signature),
            new("JSON web token", "eyJ", JsonWebTokens.Scan),
            new("Private key", "-----BEGIN ", PrivateKeys.Scan),
        ]);

    // By the first character; all prefixes are ASCII.
    private static readonly ImmutableArray<ImmutableArray<ProviderFormat>> ByFirst =
        Enumerable.Range(0, 128).Select(c => Formats.Where(format => format.Prefix[0] == c).ToImmutableArray()).ToImmutableArray();

    /// <summary>The first credential in a text; null where it holds none. <paramref name="isNear"/> tells whether a word stands near the text.</summary>
    public static ProviderMatch? Find(string text, Func<string, bool> isNear)
    {
        if (text.Length < ShortestText) return null;
        for (var i = 0; i <= text.Length - ShortestText; i++)
        {
            // Within a word nothing begins.
            if (text[i] >= 128 || (i > 0 && (Alphabets.IsAlphanumeric(text[i - 1]) || text[i - 1] == '_'))) continue;
            foreach (var format in ByFirst[text[i]])
                if (string.CompareOrdinal(text, i, format.Prefix, 0, format.Prefix.Length) == 0 && Match(format, text, i, isNear) is { } match)
                    return match;
        }
        return MarkedTokens.Find(text) is { } marked && !IsBlank(text.Substring(marked.Start, marked.Length)) ? marked : null;
    }

    private static ProviderMatch? Match(ProviderFormat format, string text, int start, Func<string, bool> isNear)
    {
        var end = format.Scan(text, start + format.Prefix.Length);
        if (end < 0 || IsBlank(text.Substring(start, end - start)) || IsBlank(text.Substring(start + format.Prefix.Length, end - start - format.Prefix.Length))) return null;
        return format.Context is null || isNear(format.Context) ? new ProviderMatch(format.Name, start, end - start) : null;
    }

    // A sample, or something to be filled in: known, or with a run that no issuer draws (xxxxxx, 12345678).
    private static bool IsBlank(string token)
    {
        if (Placeholders.Includes(token)) return true;
        int same = 1, rising = 1;
        for (var i = 1; i < token.Length; i++)
        {
            same = token[i] == token[i - 1] ? same + 1 : 1;
            rising = token[i] == token[i - 1] + 1 ? rising + 1 : 1;
            if (same >= 6 || rising >= 8) return true;
        }
        return false;
    }

    private static IEnumerable<ProviderFormat> Prefixes(string name, Func<string, int, int> scan, params string[] prefixes) => prefixes.Select(prefix => new ProviderFormat(name, prefix, scan));
}
