namespace BackendStandards.EnvelopeApp;

/// <summary>What may stand in no answer, wherever it was thrown.</summary>
public static class Marker
{
    /// <summary>The text.</summary>
    public const string Text = "m4rked-s3cret";

    /// <summary>An exception that has it in its message.</summary>
    public static Exception Exception() => new InvalidOperationException("Server=db;Password=" + Text, new FormatException(Text));
}
