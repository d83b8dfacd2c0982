// The assignment or the sink stands where nothing gets.
internal sealed class ArchivedOrders
{
    public void AfterReturn(bool fast)
    {
        var name = "none";
        if (fast || !fast)
        {
            name = INPUT;
            SINK(name); // vulnerable
            return;
        }
    }

    public void Returns()
    {
        var name = "none";
        if (Environment.ProcessorCount > 0)
        {
            SINK(name); // safe
            return;
        }
        name = INPUT;
    }

    public void Dead()
    {
        var name = INPUT;
        if (false)
        {
#pragma warning disable CS0162
            SINK(name); // safe
#pragma warning restore CS0162
        }
    }

    public void Thrown()
    {
        var name = INPUT;
        throw new NotSupportedException();
#pragma warning disable CS0162
        SINK(name); // safe
#pragma warning restore CS0162
    }
}
