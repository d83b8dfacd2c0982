using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>Tokens that carry their issuer's mark inside: most of Azure's keys, Telegram's and Discord's bots.</summary>
internal static class MarkedTokens
{
    private const int Shortest = 34;
    private const int Longest = 90;

    // How long a token is without its padding, and which mark stands where in it.
    private static readonly ImmutableArray<(string Name, string Mark, int At, int Length)> Marks = ImmutableArray.Create(
        ("Azure Storage key", "+ASt", 76, 86), ("Azure Cosmos DB key", "ACDb", 76, 86), ("Azure Batch key", "+ABa", 76, 86), ("Azure API Management key", "APIM", 76, 86),
        ("Azure Service Bus key", "+ASb", 33, 43), ("Azure Event Hubs key", "+AEh", 33, 43), ("Azure Relay key", "+ARm", 33, 43), ("Azure IoT key", "AIoT", 33, 43),
        ("Azure Cache for Redis key", "AzCa", 33, 43), ("Azure Container Registry key", "+ACR", 42, 52), ("Azure AI Search key", "AzSe", 42, 52), ("Azure Functions key", "AzFu", 44, 54),
        ("Azure key", "JQQJ9", 52, 84), ("Azure DevOps token", "AZDO", 76, 84));

    /// <summary>The first token of this kind in a text.</summary>
    public static ProviderMatch? Find(string text)
    {
        for (var start = 0; start + Shortest <= text.Length;)
        {
            var end = start;
            while (end < text.Length && IsPart(text[end])) end++;
            if (end - start is >= Shortest and <= Longest && NameOf(text, start, end) is { } name && TokenShapes.IsRandom(text, start, end)) return new ProviderMatch(name, start, end - start);
            start = Math.Max(end, start) + 1;
        }
        return null;
    }

    private static string? NameOf(string text, int start, int end)
    {
        foreach (var (name, mark, at, length) in Marks)
            if (end - start == length && string.CompareOrdinal(text, start + at, mark, 0, mark.Length) == 0) return name;
        if (IsEntraSecret(text, start, end)) return "Microsoft Entra client secret";
        if (IsHashiCorp(text, start, end)) return "HashiCorp Terraform token";
        if (IsDiscordBot(text, start, end)) return "Discord bot token";
        return IsTelegramBot(text, start, end) ? "Telegram bot token" : null;
    }

    private static bool IsPart(char c) => Alphabets.IsAlphanumeric(c) || c is '+' or '/' or '-' or '_' or '.' or '~' or ':';

    // abc8Q~…: three characters, the generation, the mark.
    private static bool IsEntraSecret(string text, int start, int end) =>
        end - start is >= 37 and <= 40 && text[start + 3] is '7' or '8' && text[start + 4] == 'Q' && text[start + 5] == '~';

    private static bool IsHashiCorp(string text, int start, int end) =>
        end - start is >= 80 and <= 90 && Alphabets.Spells(text, start, 14, Alphabet.Alphanumeric) && string.CompareOrdinal(text, start + 14, ".atlasv1.", 0, 9) == 0;

    private static bool IsTelegramBot(string text, int start, int end)
    {
        var digits = start;
        while (digits < end && char.IsDigit(text[digits])) digits++;
        return digits - start is >= 8 and <= 10 && end - digits == 36 && text[digits] == ':' && text[digits + 1] == 'A' && Alphabets.Spells(text, digits + 1, 35, Alphabet.Base64Url);
    }

    // The account's number in Base64, a time, a signature.
    private static bool IsDiscordBot(string text, int start, int end)
    {
        if (text[start] is not ('M' or 'N' or 'O')) return false;
        var parts = text.Substring(start, end - start).Split('.');
        return parts.Length == 3 && parts[0].Length is 24 or 26 && parts[1].Length == 6 && parts[2].Length is 27 or 38
            && Base64Text.Decode(parts[0]) is { } number && number.All(char.IsDigit);
    }
}
