namespace BackendStandards.Analyzers.Logging;

/// <summary>A hole of a message template: where it stands, braces included, and its name or number.</summary>
internal readonly record struct TemplateHole(int Start, int Length, string Name)
{
    /// <summary>Just behind the closing brace.</summary>
    public int End => Start + Length;

    /// <summary>Whether it goes by a number, as in <c>{0}</c>.</summary>
    public bool IsNumbered => Name.Length > 0 && Name.All(char.IsDigit);
}
