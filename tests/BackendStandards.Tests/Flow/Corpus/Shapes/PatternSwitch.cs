// A switch over types and with guards.
internal sealed class PatternSwitches
{
    public void Taken()
    {
        object value = INPUT;
        switch (value)
        {
            case int number:
                SINK(number.ToString()); // safe
                break;
            case string { Length: > 3 } text:
                SINK(text); // vulnerable
                break;
        }
    }

    public void Given()
    {
        object value = INPUT.Length;
        var text = value switch
        {
            int number when number > 3 => "long",
            int => "short",
            _ => "none",
        };
        SINK(text); // safe
    }
}
