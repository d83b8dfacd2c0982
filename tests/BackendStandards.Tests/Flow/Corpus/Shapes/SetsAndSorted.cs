// Sets, sorted and observable collections.
using System.Collections.ObjectModel;

internal sealed class OtherCollections
{
    public void Sets()
    {
        var names = new HashSet<string> { INPUT };
        SINK(names.First()); // vulnerable
        var preset = new SortedSet<string> { "north" };
        SINK(preset.Min!); // safe
    }

    public void Sorted()
    {
        var sorted = new SortedList<string, string> { { "a", "north" }, { "b", INPUT } };
        SINK(sorted["a"]); // safe
        SINK(sorted["b"]); // vulnerable
    }

    public void Observable()
    {
        var names = new ObservableCollection<string>();
        names.Add(INPUT);
        SINK(names[0]); // vulnerable
    }

    public void Concurrent()
    {
        var cache = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();
        cache["a"] = INPUT;
        cache["b"] = "north";
        SINK(cache["a"]); // vulnerable
        SINK(cache["b"]); // safe
    }
}
