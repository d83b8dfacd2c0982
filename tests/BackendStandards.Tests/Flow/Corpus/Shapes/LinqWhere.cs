// Where keeps or drops elements; a test against a list leaves nothing but the list.
internal sealed class Selections
{
    private static readonly string[] Columns = ["Id", "Total", "CreatedOn"];

    public void NotEmpty()
    {
        var asked = INPUT.Split(',').Where(part => part.Length > 0);
        SINK(string.Join(",", asked)); // vulnerable
    }

    public void Listed()
    {
        var asked = INPUT.Split(',').Where(part => Columns.Contains(part));
        SINK(string.Join(",", asked)); // safe
    }

    public void OfTheList()
    {
        var asked = INPUT;
        var columns = Columns.Where(column => asked.Contains(column));
        SINK(string.Join(",", columns)); // safe
    }
}
