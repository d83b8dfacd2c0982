// What holds in a catch, and after it.
internal sealed class ImportJob
{
    public void ReadInTry()
    {
        var name = "none";
        try
        {
            name = INPUT;
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("nothing asked");
        }
        SINK(name); // vulnerable
    }

    public void ReadInCatch()
    {
        var name = "none";
        try
        {
            Console.WriteLine(File.Exists("orders.csv"));
        }
        catch (IOException)
        {
            name = INPUT;
        }
        SINK(name); // vulnerable
    }

    public void ReplacedAfter()
    {
        var name = "none";
        try
        {
            name = INPUT;
        }
        catch (InvalidOperationException)
        {
            name = "failed";
        }
        name = "done";
        SINK(name); // safe
    }

    public void ReplacedInTryAndCatch()
    {
        var name = INPUT;
        try
        {
            name = "done";
        }
        catch (IOException)
        {
            name = "failed";
        }
        SINK(name); // safe
    }
}
