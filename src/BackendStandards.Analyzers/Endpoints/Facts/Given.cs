namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>An argument of a statement: not given, given but not seen, or a value. A value is a constant, a type, or a list of such.</summary>
internal readonly record struct Given(bool IsGiven, bool IsSeen, object? Value)
{
    public static readonly Given Unseen = new(true, false, null);

    public static Given Of(object? value) => new(true, true, value);

    /// <summary>The value where it is a text.</summary>
    public string? Text => Value as string;

    /// <summary>The value where it is a whole number.</summary>
    public long? Number => Value switch { int number => number, long number => number, short number => number, _ => null };

    /// <summary>The texts of a list, or the one text.</summary>
    public IReadOnlyList<string> Texts => Value switch
    {
        string text => [text],
        IReadOnlyList<object?> list => [.. list.OfType<string>()],
        _ => [],
    };
}
