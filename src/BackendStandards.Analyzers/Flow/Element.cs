namespace BackendStandards.Analyzers.Flow;

/// <summary>A step into an array, list, dictionary or tuple.</summary>
/// <param name="Index">The constant index or key; null: any of them.</param>
internal sealed record Element(object? Index)
{
    public static readonly Element Any = new((object?)null);

    /// <summary>The keys of a dictionary, which are no part of what is found under them.</summary>
    public static readonly Element Keys = new(typeof(Element));

    /// <summary>The item of a tuple, from zero: it has a type of its own, so that no dictionary's key is taken for it.</summary>
    public static Element Item(int ordinal) => new(new Position(ordinal));

    /// <summary>The place of an item in a tuple.</summary>
    internal sealed record Position(int Ordinal);
}
