// Header values of which there may be several.
using Microsoft.Extensions.Primitives;

internal sealed class ManyValues
{
    public void Asked()
    {
        StringValues values = INPUT;
        SINK(values.ToString()); // vulnerable
        string? first = values;
        SINK(first!); // vulnerable
        SINK(values.Count.ToString()); // safe
    }

    public void Fixed()
    {
        var values = new StringValues(["north", "south"]);
        SINK(values[0]!); // safe
    }
}
