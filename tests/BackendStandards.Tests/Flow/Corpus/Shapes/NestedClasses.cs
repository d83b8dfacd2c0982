// A nested class reads a private field of the one around it.
internal sealed class Report
{
    private readonly string _name = INPUT;
    private readonly string _kind = "daily";

    public void Run() => new Writer(this).Write();

    private sealed class Writer(Report report)
    {
        public void Write()
        {
            SINK(report._name); // vulnerable
            SINK(report._kind); // safe
        }
    }
}
