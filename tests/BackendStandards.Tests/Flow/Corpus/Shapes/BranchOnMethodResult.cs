// A method whose result is constant decides.
internal sealed class ShipmentSearch
{
    private static bool TakesFreeText() => true;

    private static bool IsPublicHoliday() => false;

    private int Priority() { return 3; }

    public void FreeText()
    {
        string carrier;
        if (TakesFreeText()) carrier = INPUT;
        else carrier = "post";
        SINK(carrier); // vulnerable
    }

    public void FixedText()
    {
        string carrier;
        if (TakesFreeText()) carrier = "post";
        else carrier = INPUT;
        SINK(carrier); // safe
    }

    public void Holiday()
    {
        var carrier = "post";
        if (IsPublicHoliday()) carrier = INPUT;
        SINK(carrier); // safe
    }

    public void ByPriority()
    {
        var carrier = Priority() == 3 ? "post" : INPUT;
        SINK(carrier); // safe
        carrier = Priority() != 3 ? "post" : INPUT;
        SINK(carrier); // vulnerable
    }
}
