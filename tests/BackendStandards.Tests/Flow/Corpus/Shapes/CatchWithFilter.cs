// A filter decides whether the handler runs.
internal sealed class FilteredJob
{
    public void Filtered()
    {
        var name = "none";
        try
        {
            Console.WriteLine(File.ReadAllBytes("orders.csv").Length);
        }
        catch (IOException exception) when (exception is FileNotFoundException)
        {
            name = INPUT;
        }
        SINK(name); // vulnerable
    }

    public void NeverFiltered()
    {
        var name = "none";
        try
        {
            Console.WriteLine(File.ReadAllBytes("orders.csv").Length);
        }
        catch (IOException) when (false)
        {
            name = INPUT;
        }
        SINK(name); // safe
    }
}
