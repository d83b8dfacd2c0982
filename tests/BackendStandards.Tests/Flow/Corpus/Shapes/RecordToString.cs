// A record's text holds its members.
internal sealed record TextFilter(string Value);

internal sealed record NumberFilter(int Value);

internal sealed class FilterTexts
{
    public void Run()
    {
        SINK(new TextFilter(INPUT).ToString()); // vulnerable
        SINK(new NumberFilter(INPUT.Length).ToString()); // safe
    }
}
