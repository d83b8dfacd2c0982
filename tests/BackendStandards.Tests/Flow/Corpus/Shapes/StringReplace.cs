// A template whose placeholder is replaced.
internal sealed class Templates
{
    private const string Template = "SELECT Id FROM Orders WHERE Customer = '{customer}'";

    public void Filled()
    {
        QUERY(Template.Replace("{customer}", INPUT)); // vulnerable
    }

    public void FilledFixed()
    {
        QUERY(Template.Replace("{customer}", "north")); // safe
    }

    public void Replaced()
    {
        SINK(INPUT.Replace("-", " ")); // vulnerable
    }

    public void NumberOnly()
    {
        QUERY(Template.Replace("'{customer}'", INPUT.Length.ToString())); // safe
    }
}
