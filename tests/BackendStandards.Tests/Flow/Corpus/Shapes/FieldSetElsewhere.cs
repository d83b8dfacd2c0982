// A field set by one method and read by another.
internal sealed class ReportBuilder
{
    private string _customer = "none";
    private string _region = "none";

    public void Choose()
    {
        _customer = INPUT;
        _region = "north";
    }

    public void Run()
    {
        Choose();
        SINK(_customer); // vulnerable
        SINK(_region); // safe
    }
}
