// A worker that reads arguments, environment, console and files.
internal static class Worker
{
    public static void Main(string[] args)
    {
        SINK(args[0]); // vulnerable
        SINK(args.Length.ToString()); // safe
        SINK(Console.ReadLine()!); // vulnerable
        SINK(Environment.GetEnvironmentVariable("CUSTOMER")!); // vulnerable
        SINK(Environment.ProcessorCount.ToString()); // safe
        SINK(File.ReadAllLines("customers.txt")[0]); // vulnerable
        SINK(File.Exists("customers.txt") ? "some" : "none"); // safe
        foreach (var line in File.ReadLines("customers.txt")) SINK(line.Trim()); // vulnerable
        using var reader = new StreamReader("orders.csv");
        while (reader.ReadLine() is { } row) SINK(row.Split(';')[1]); // vulnerable
    }
}
