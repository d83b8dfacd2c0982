// A ref local is another name of the variable.
internal sealed class Slots
{
    public void Written()
    {
        var name = "none";
        ref var alias = ref name;
        alias = INPUT;
        SINK(name); // vulnerable
    }

    public void Cleared()
    {
        var name = INPUT;
        ref var alias = ref name;
        alias = "none";
        SINK(name); // safe
    }
}
