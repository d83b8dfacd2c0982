// A lambda that gives a lambda.
internal sealed class Currying
{
    public void Asked()
    {
        Func<string, Func<string, string>> join = one => other => one + other;
        SINK(join("north")(INPUT)); // vulnerable
        SINK(join("north")("west")); // safe
    }

    public void Composed()
    {
        Func<string, string> trim = text => text.Trim();
        Func<string, int> length = text => text.Length;
        Func<string, string> both = text => length(trim(text)).ToString();
        SINK(trim(INPUT)); // vulnerable
        SINK(both(INPUT)); // safe
    }
}
