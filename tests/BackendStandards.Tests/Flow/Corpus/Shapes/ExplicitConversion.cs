// Casts, as, boxing and an explicit operator.
internal sealed class Wrapped(string text)
{
    public static explicit operator string(Wrapped wrapped) => wrapped.Text;

    public static explicit operator int(Wrapped wrapped) => wrapped.Text.Length;

    private string Text { get; } = text;
}

internal sealed class Casts
{
    public void Boxed()
    {
        object boxed = INPUT;
        SINK((string)boxed); // vulnerable
        SINK((boxed as string)!); // vulnerable
        object number = INPUT.Length;
        SINK(((int)number).ToString()); // safe
    }

    public void Operators()
    {
        var wrapped = new Wrapped(INPUT);
        SINK((string)wrapped); // vulnerable
        SINK(((int)wrapped).ToString()); // safe
    }
}
