// The untyped collections of old.
using System.Collections;

internal sealed class OldCollections
{
    public void Tables()
    {
        var table = new Hashtable();
        table["name"] = INPUT;
        table["region"] = "north";
        SINK((string)table["name"]!); // vulnerable
        SINK((string)table["region"]!); // safe
    }

    public void Lists()
    {
        var list = new ArrayList { INPUT };
        SINK((string)list[0]!); // vulnerable
        var preset = new ArrayList { "north" };
        SINK((string)preset[0]!); // safe
    }
}
