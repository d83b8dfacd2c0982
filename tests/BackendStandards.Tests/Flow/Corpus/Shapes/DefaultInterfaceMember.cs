// A default member of an interface, kept or replaced.
internal interface IPage
{
    string Title() => INPUT;
}

internal sealed class PlainPage : IPage;

internal sealed class TitledPage : IPage
{
    public string Title() => "Orders";
}

internal sealed class Pages
{
    public void Show()
    {
        IPage page = new PlainPage();
        SINK(page.Title()); // vulnerable
        page = new TitledPage();
        SINK(page.Title()); // safe
    }
}
