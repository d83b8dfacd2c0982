// Clear forgets what was in.
internal sealed class Clearing
{
    public void Kept()
    {
        var names = new List<string>();
        names.Clear();
        names.Add(INPUT);
        SINK(string.Join(",", names)); // vulnerable
    }

    public void Cleared()
    {
        var names = new List<string> { INPUT };
        names.Clear();
        names.Add("north");
        SINK(string.Join(",", names)); // safe
    }
}
