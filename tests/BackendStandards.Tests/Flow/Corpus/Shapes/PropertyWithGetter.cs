// A property computes what it gives.
internal sealed class ProfilePage
{
    private string _name = "";

    public string Name
    {
        get { return _name.Length == 0 ? "nobody" : _name; }
        set { _name = value.Trim(); }
    }

    public string Theme
    {
        get => "light";
        set => _name = value;
    }
}

internal sealed class ProfilePages
{
    public void Named()
    {
        var page = new ProfilePage();
        page.Name = INPUT;
        SINK(page.Name); // vulnerable
    }

    public void Themed()
    {
        var page = new ProfilePage();
        page.Theme = INPUT;
        SINK(page.Theme); // safe
        SINK(page.Name); // vulnerable
    }
}
