// Nothing is known of the condition: either branch may have run.
internal sealed class CouponSearch
{
    public void Either()
    {
        var code = "WELCOME";
        if (DateTime.UtcNow.Hour > 12) code = INPUT;
        SINK(code); // vulnerable
    }

    public void NeitherMatters()
    {
        var asked = INPUT;
        var code = "WELCOME";
        if (asked.Length > 12) code = "LONG";
        SINK(code); // safe
    }
}
