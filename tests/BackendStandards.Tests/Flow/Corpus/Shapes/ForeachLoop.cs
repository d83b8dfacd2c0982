// What a foreach hands out is what the collection holds.
internal sealed class TagSearch
{
    public void Asked()
    {
        var text = "";
        foreach (var tag in INPUT.Split(',')) text += tag;
        SINK(text); // vulnerable
    }

    public void Fixed()
    {
        var asked = INPUT.Split(',');
        var text = "";
        foreach (var tag in new[] { "new", "sale" }) text += asked.Length + tag;
        SINK(text); // safe
    }

    public void Counted()
    {
        var count = 0;
        foreach (var tag in INPUT.Split(','))
            if (tag == "new") count++;
        SINK(count.ToString()); // safe
    }
}
