// An abstract member, overridden in two classes.
internal abstract class CriteriaReader
{
    public abstract string Read();
}

internal sealed class AskedReader : CriteriaReader
{
    public override string Read() => INPUT;
}

internal sealed class PresetReader : CriteriaReader
{
    public override string Read() => "north";
}

internal sealed class CriteriaSearch
{
    public void Asked()
    {
        CriteriaReader reader = new AskedReader();
        SINK(reader.Read()); // vulnerable
    }

    public void Preset()
    {
        CriteriaReader reader = new PresetReader();
        SINK(reader.Read()); // safe
    }

    public void Either(bool preset)
    {
        CriteriaReader reader = preset ? new PresetReader() : new AskedReader();
        SINK(reader.Read()); // vulnerable
    }
}
