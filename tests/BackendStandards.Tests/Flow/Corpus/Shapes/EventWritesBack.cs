// A handler writes into a field that is read after the event.
internal sealed class Form
{
    public event Action? Submitted;

    public void Submit() => Submitted?.Invoke();
}

internal sealed class FormPage
{
    private string _name = "nobody";
    private string _region = "north";

    public void Open()
    {
        var form = new Form();
        form.Submitted += () => _name = INPUT;
        form.Submitted += () => _region = "south";
        form.Submit();
        SINK(_name); // vulnerable
        SINK(_region); // safe
    }
}
