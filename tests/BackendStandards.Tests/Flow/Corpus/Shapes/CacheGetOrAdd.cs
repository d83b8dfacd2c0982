// A cache that makes what is missing.
using System.Collections.Concurrent;

internal sealed class NameCache
{
    private readonly ConcurrentDictionary<int, string> _asked = new();
    private readonly ConcurrentDictionary<string, string> _preset = new();

    public void Asked()
    {
        SINK(_asked.GetOrAdd(1, id => INPUT + id)); // vulnerable
    }

    public void Preset()
    {
        SINK(_preset.GetOrAdd(INPUT, key => "north" + key.Length)); // safe
    }
}
