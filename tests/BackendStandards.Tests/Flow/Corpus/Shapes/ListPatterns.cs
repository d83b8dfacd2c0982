// List patterns take elements out.
internal sealed class ListPatterns
{
    public void Asked()
    {
        if (INPUT.Split(' ') is [var first, .. var rest])
        {
            SINK(first); // vulnerable
            SINK(string.Join(",", rest)); // vulnerable
        }
    }

    public void Fixed()
    {
        if (INPUT.Split(' ') is ["sort", "date"]) SINK("CreatedOn"); // safe
        string[] preset = ["north", "south"];
        if (preset is [var region, ..]) SINK(region); // safe
    }
}
