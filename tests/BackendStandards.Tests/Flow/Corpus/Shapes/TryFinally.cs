// finally runs always.
internal sealed class FinallyJob
{
    public void ReadInFinally()
    {
        var name = "none";
        try
        {
            Console.WriteLine(name);
        }
        finally
        {
            name = INPUT;
        }
        SINK(name); // vulnerable
    }

    public void ReplacedInFinally()
    {
        var name = "none";
        try
        {
            name = INPUT;
        }
        finally
        {
            name = "none";
        }
        SINK(name); // safe
    }

    public void SinkInFinally()
    {
        var name = INPUT;
        var region = "north";
        try
        {
            Console.WriteLine(name);
        }
        finally
        {
            SINK(name); // vulnerable
            SINK(region); // safe
        }
    }
}
