using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>Which route parameters identify a resource, by their names.</summary>
internal static class IdentifierNames
{
    private static readonly ImmutableHashSet<string> Identifiers = ImmutableHashSet.Create(StringComparer.Ordinal, "id", "uid", "guid", "uuid", "slug");

    /// <summary>Whether a name says that it identifies something: <c>id</c>, <c>userId</c>, <c>order_guid</c>.</summary>
    public static bool Is(string? name) => name is not null && Words.Split(name) is { Count: > 0 } words && Identifiers.Contains(words[words.Count - 1]);

    /// <summary>Whether it identifies what a noun names: <c>id</c> and <c>userId</c> a user, but <c>customerId</c> no order.</summary>
    public static bool IsOf(string? name, string noun) =>
        name is not null && Words.Split(name) is { Count: > 0 } words && Identifiers.Contains(words[words.Count - 1]) && (words.Count == 1 || words[words.Count - 2] == noun);
}
