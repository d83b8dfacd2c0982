// A static field is set and set again before it is read.
internal sealed class Counters
{
    private static string s_name = "none";
    private static string s_other = "none";

    public void Set()
    {
        s_name = "none";
        s_name = INPUT;
        SINK(s_name); // vulnerable
    }

    public void SetAgain()
    {
        s_other = INPUT;
        s_other = "none";
        SINK(s_other); // safe
    }
}
