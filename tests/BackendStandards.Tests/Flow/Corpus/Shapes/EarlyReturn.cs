// A method returns early when what it is given is no number.
internal sealed class EarlyReturns
{
    public void Guarded()
    {
        SINK(NumberOrNone(INPUT)); // safe
    }

    public void Loose()
    {
        SINK(TextOrNone(INPUT)); // vulnerable
    }

    private static string NumberOrNone(string text)
    {
        if (!long.TryParse(text, out var number)) return "none";
        return number.ToString();
    }

    private static string TextOrNone(string text)
    {
        if (text.Length == 0) return "none";
        return text;
    }
}
