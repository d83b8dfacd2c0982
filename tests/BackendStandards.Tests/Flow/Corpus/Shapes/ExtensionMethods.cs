// Extension methods of ours.
internal static class TextExtensions
{
    public static string Quoted(this string text) => "'" + text + "'";

    public static string OrDefault(this string? text, string other) => string.IsNullOrEmpty(text) ? other : text;

    public static string Masked(this string text) => new('*', text.Length);
}

internal sealed class ExtensionSearch
{
    public void Run()
    {
        SINK(INPUT.Quoted()); // vulnerable
        SINK("north".Quoted()); // safe
        SINK(INPUT.OrDefault("north")); // vulnerable
        SINK("".OrDefault(INPUT)); // vulnerable
        SINK(INPUT.Masked()); // safe
    }
}
