// Conditions over the members of constant texts.
internal sealed class ConstantMembers
{
    private const string Mode = "strict";

    public void Long()
    {
        var name = "north";
        if (Mode.Length > 3) name = INPUT;
        SINK(name); // vulnerable
    }

    public void Short()
    {
        var name = "north";
        if (Mode.Length > 30) name = INPUT;
        SINK(name); // safe
    }

    public void Character()
    {
        var name = Mode[0] switch
        {
            's' => "north",
            _ => INPUT,
        };
        SINK(name); // safe
    }

    public void Equal()
    {
        var name = "north";
        if (Mode.Equals("lax")) name = INPUT;
        SINK(name); // safe
        if (Mode.Equals("strict")) name = INPUT;
        SINK(name); // vulnerable
    }
}
