// string.Format and composite formats.
using System.Globalization;

internal sealed class Formats
{
    public void Text()
    {
        QUERY(string.Format("SELECT Id FROM Orders WHERE Customer = '{0}' AND Total > {1}", INPUT, 5)); // vulnerable
    }

    public void Number()
    {
        QUERY(string.Format(CultureInfo.InvariantCulture, "SELECT Id FROM Orders WHERE Total > {0:0.00}", INPUT.Length)); // safe
    }

    public void AsFormat()
    {
        SINK(string.Format(INPUT, 5)); // vulnerable
    }

    public void Unused()
    {
        SINK(string.Format("{0}", "north", INPUT)); // safe
    }
}
