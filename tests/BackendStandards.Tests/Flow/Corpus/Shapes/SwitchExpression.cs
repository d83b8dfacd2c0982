// A switch expression maps, or lets through.
internal sealed class SortOrder
{
    public void LetThrough()
    {
        var asked = INPUT;
        var column = asked switch
        {
            "date" => "CreatedOn",
            "sum" => "Total",
            _ => asked,
        };
        SINK(column); // vulnerable
    }

    public void Mapped()
    {
        var asked = INPUT;
        var column = asked switch
        {
            "date" => "CreatedOn",
            "sum" => "Total",
            _ => "Id",
        };
        SINK(column); // safe
    }

    public void Refused()
    {
        var asked = INPUT;
        var column = asked switch
        {
            "date" or "sum" => asked,
            _ => throw new ArgumentException("no such column"),
        };
        SINK(column); // safe
    }

    public void OnConstant()
    {
        var column = 2 switch { 1 => INPUT, 2 => "Total", _ => INPUT };
        SINK(column); // safe
    }
}
