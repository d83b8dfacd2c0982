// Query syntax with from, where, let, orderby, select.
internal sealed class Queries
{
    public void Asked()
    {
        var names = from part in INPUT.Split(',')
                    where part.Length > 2
                    let trimmed = part.Trim()
                    orderby trimmed
                    select trimmed.ToLowerInvariant();
        SINK(names.First()); // vulnerable
    }

    public void Fixed()
    {
        var names = from part in INPUT.Split(',')
                    where part.Length > 2
                    select part == "north" ? "N" : "S";
        SINK(names.First()); // safe
    }

    public void Joined()
    {
        var known = new[] { "north", "south" };
        var names = from part in INPUT.Split(',')
                    join name in known on part equals name
                    select name;
        SINK(names.First()); // safe
    }
}
