// A setter that maps what it is given to a fixed name.
internal sealed class SortChoice
{
    private string _column = "Id";

    public string Column
    {
        get => _column;
        set => _column = value == "date" ? "CreatedOn" : "Id";
    }

    public string Raw { get; set; } = "Id";
}

internal sealed class SortPage
{
    public void Show()
    {
        var choice = new SortChoice();
        choice.Column = INPUT;
        choice.Raw = INPUT;
        SINK(choice.Column); // safe
        SINK(choice.Raw); // vulnerable
    }
}
