// A method that always throws ends the flow.
using System.Diagnostics.CodeAnalysis;

internal sealed class Throws
{
    public void Refused(bool strict)
    {
        var name = INPUT;
        if (!strict) Refuse();
        else name = "north";
        SINK(name); // safe
    }

    public void Warned(bool strict)
    {
        var name = INPUT;
        if (!strict) Warn();
        else name = "north";
        SINK(name); // vulnerable
    }

    [DoesNotReturn]
    private static void Refuse() => throw new InvalidOperationException("refused");

    private static void Warn() => Console.WriteLine("careful");
}
