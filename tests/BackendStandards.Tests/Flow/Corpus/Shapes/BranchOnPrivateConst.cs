// A flag that is a private const decides which assignment runs.
internal sealed class ReportFilter
{
    private const bool AllowsFreeText = true;
    private const bool AllowsRegions = false;

    public void FreeText()
    {
        var filter = "all";
        if (AllowsFreeText) filter = INPUT;
        SINK(filter); // vulnerable
    }

    public void Region()
    {
        var filter = "all";
        if (AllowsRegions) filter = INPUT;
        SINK(filter); // safe
    }

    public void Otherwise()
    {
        string filter;
        if (AllowsFreeText) filter = "all";
        else filter = INPUT;
        SINK(filter); // safe
    }
}
