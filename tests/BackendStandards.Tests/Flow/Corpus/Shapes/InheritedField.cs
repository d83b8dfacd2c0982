// A field of the base class, set by the derived one.
internal class BaseForm
{
    protected string Term = "none";
    protected string Sort = "Id";
}

internal sealed class DerivedForm : BaseForm
{
    public void Load()
    {
        Term = INPUT;
        Sort = "Total";
        SINK(Term); // vulnerable
        SINK(Sort); // safe
    }
}
