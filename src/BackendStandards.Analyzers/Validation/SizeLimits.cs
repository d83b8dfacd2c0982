namespace BackendStandards.Analyzers.Validation;

/// <summary>How large a value may be whose name says nothing of its own: the letters of a text, the elements of a list, the rows of a page.</summary>
internal readonly record struct SizeLimits(int Text, int List, int Page)
{
    /// <summary>What holds where nobody says otherwise.</summary>
    public static readonly SizeLimits Default = new(256, 100, 100);
}
