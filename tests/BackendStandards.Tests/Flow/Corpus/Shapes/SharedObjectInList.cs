// An object in a list is the same object.
internal sealed class Line
{
    public string Text = "";
}

internal sealed class Lines
{
    public void Listed()
    {
        var line = new Line();
        var lines = new List<Line> { line };
        line.Text = INPUT;
        SINK(lines[0].Text); // vulnerable
    }

    public void ListedFixed()
    {
        var asked = new Line { Text = INPUT };
        var line = new Line { Text = "north" + asked.Text.Length };
        var lines = new List<Line> { line };
        SINK(lines[0].Text); // safe
    }
}
