// A virtual member with a body of its own, and base calls.
internal class NameProvider
{
    public virtual string Name() => "nobody";
}

internal class RequestNameProvider : NameProvider
{
    public override string Name() => INPUT;
}

internal sealed class QuietNameProvider : RequestNameProvider
{
    public override string Name() => "quiet";
}

internal sealed class WrappingNameProvider : RequestNameProvider
{
    public override string Name() => base.Name().Trim();
}

internal sealed class NameSearch
{
    public void Search()
    {
        NameProvider provider = new RequestNameProvider();
        SINK(provider.Name()); // vulnerable
        provider = new QuietNameProvider();
        SINK(provider.Name()); // safe
        provider = new WrappingNameProvider();
        SINK(provider.Name()); // vulnerable
        provider = new NameProvider();
        SINK(provider.Name()); // safe
    }
}
