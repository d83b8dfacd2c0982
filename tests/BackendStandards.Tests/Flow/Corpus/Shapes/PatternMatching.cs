// Patterns declare variables for what they match.
internal sealed record Criteria(object Value, string Kind);

internal sealed class Patterns
{
    public void TypePattern()
    {
        object value = INPUT;
        if (value is string text) SINK(text); // vulnerable
        object number = INPUT.Length;
        if (number is int count) SINK(count.ToString()); // safe
    }

    public void PropertyPattern()
    {
        var criteria = new Criteria(INPUT, "name");
        if (criteria is { Value: string text, Kind: var kind })
        {
            SINK(text); // vulnerable
            SINK(kind); // safe
        }
    }

    public void PositionalPattern()
    {
        var criteria = new Criteria("north", INPUT);
        if (criteria is (string text, var kind))
        {
            SINK(text); // safe
            SINK(kind); // vulnerable
        }
    }
}
