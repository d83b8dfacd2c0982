// A factory of ours gives an object, or a constant.
internal interface INameReader
{
    string Read();
}

internal sealed class AskedName : INameReader
{
    public string Read() => INPUT;
}

internal sealed class PresetName : INameReader
{
    public string Read() => "north";
}

internal static class NameReaders
{
    public static INameReader Asked() => new AskedName();

    public static INameReader Preset() => new PresetName();

    public static Func<string> Constant(string region) => () => region;

    public static INameReader For(string kind) => kind == "asked" ? new AskedName() : new PresetName();
}

internal sealed class FactorySearch
{
    public void Made()
    {
        SINK(NameReaders.Asked().Read()); // vulnerable
        SINK(NameReaders.Preset().Read()); // safe
    }

    public void Closed()
    {
        SINK(NameReaders.Constant("north")()); // safe
        SINK(NameReaders.Constant(INPUT)()); // vulnerable
    }

    public void ByKind()
    {
        SINK(NameReaders.For("asked").Read()); // vulnerable
        SINK(NameReaders.For("preset").Read()); // safe
    }
}
