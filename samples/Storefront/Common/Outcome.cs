namespace Storefront.Common;

/// <summary>What a service made of a request that may be refused.</summary>
public enum OutcomeKind
{
    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>What it names does not exist, or not for this caller.</summary>
    NotFound,

    /// <summary>It contradicts the present state.</summary>
    Conflict,
}

/// <summary>The result of an operation that may be refused for a reason the client can act on.</summary>
/// <param name="Kind">Whether it was carried out, and if not, why.</param>
/// <param name="Value">The result of an operation that was carried out.</param>
/// <param name="Reason">A sentence for the client, written by us.</param>
public sealed record Outcome<T>(OutcomeKind Kind, T? Value, string? Reason)
    where T : class
{
    /// <summary>The operation was carried out.</summary>
    public static Outcome<T> Done(T value) => new(OutcomeKind.Done, value, null);

    /// <summary>What the operation names does not exist.</summary>
    public static Outcome<T> NotFound() => new(OutcomeKind.NotFound, null, null);

    /// <summary>The operation contradicts the present state.</summary>
    public static Outcome<T> Conflict(string reason) => new(OutcomeKind.Conflict, null, reason);
}
