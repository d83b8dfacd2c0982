// A delegate is passed to a method of ours, which calls it.
internal delegate string TextSource(int length);

internal sealed class CallbackService
{
    public void Asked() => Run(length => INPUT[length..]);

    public void Fixed() => RunFixed(length => new string('x', length));

    public void Given()
    {
        Each(INPUT, name =>
        {
            SINK(name); // vulnerable
        });
        EachFixed(INPUT, name =>
        {
            SINK(name); // safe
        });
    }

    private static void Run(TextSource source)
    {
        SINK(source(5)); // vulnerable
    }

    private static void RunFixed(TextSource source)
    {
        SINK(source(5)); // safe
    }

    private static void Each(string text, Action<string> action) => action(text);

    private static void EachFixed(string text, Action<string> action) => action(text.Length > 3 ? "long" : "short");
}
