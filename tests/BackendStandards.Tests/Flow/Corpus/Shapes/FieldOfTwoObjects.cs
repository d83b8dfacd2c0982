// Two objects of one class: the field of one is asked for, that of the other is not.
internal sealed class SearchForm
{
    public string Term = "";
}

internal sealed class SearchPage
{
    public void Show()
    {
        var asked = new SearchForm();
        var preset = new SearchForm();
        asked.Term = INPUT;
        preset.Term = "shoes";
        SINK(asked.Term); // vulnerable
        SINK(preset.Term); // safe
    }
}
