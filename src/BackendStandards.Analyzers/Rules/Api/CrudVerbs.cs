using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>The verbs that say no more than an HTTP method does.</summary>
internal static class CrudVerbs
{
    /// <summary>All of them. An action that has no method of its own (cancel, approve, import) is none.</summary>
    public static readonly ImmutableHashSet<string> All = ImmutableHashSet.Create(StringComparer.Ordinal, "get", "list", "create", "add", "update", "edit", "delete", "remove", "fetch", "save");

    // add-ons, update-history, list-prices: the verb is part of a noun.
    private static readonly ImmutableHashSet<string> Nouns = ImmutableHashSet.Create(
        StringComparer.Ordinal, "on", "ons", "in", "ins", "started", "history", "log", "logs", "request", "requests", "notification", "notifications", "channel", "channels", "event", "events", "job", "jobs",
        "price", "prices", "point", "points", "count", "policy", "policies", "script", "scripts", "status", "info", "view", "views", "type", "types", "rights", "rule", "rules", "marker", "markers");

    /// <summary>Whether words that start with a verb are the name of a thing.</summary>
    public static bool IsNounPhrase(IReadOnlyList<string> words) => words.Count == 2 && words[0] is not ("get" or "create" or "fetch" or "remove") ? Nouns.Contains(words[1]) : words.Count == 2 && words[0] == "get" && words[1] == "started";

    /// <summary>Whether an HTTP method says what a verb says.</summary>
    public static bool IsSaidBy(string verb, string method) => verb switch
    {
        "get" or "list" or "fetch" => method == "GET",
        "create" or "add" => method == "POST",
        "delete" or "remove" => method == "DELETE",
        "update" or "edit" or "save" => method is "PUT" or "PATCH",
        _ => false,
    };
}
