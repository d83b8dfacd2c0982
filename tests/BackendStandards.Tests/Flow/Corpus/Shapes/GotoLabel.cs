// goto jumps over an assignment, or to it.
internal sealed class LegacyParser
{
    public void Jumps()
    {
        var name = "none";
        goto read;
    read:
        name = INPUT;
        SINK(name); // vulnerable
    }

    public void JumpsOver()
    {
        var name = "none";
        goto done;
#pragma warning disable CS0162
        name = INPUT;
#pragma warning restore CS0162
    done:
        SINK(name); // safe
    }
}
