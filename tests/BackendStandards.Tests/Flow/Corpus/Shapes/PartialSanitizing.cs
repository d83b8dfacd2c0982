// A value is made harmless in one branch only, or in all.
internal sealed class PartialChecks
{
    public void OneBranch(bool strict)
    {
        var asked = INPUT;
        if (strict) asked = int.Parse(asked).ToString();
        SINK(asked); // vulnerable
    }

    public void BothBranches(bool strict)
    {
        var asked = INPUT;
        if (strict) asked = int.Parse(asked).ToString();
        else asked = asked.Length.ToString();
        SINK(asked); // safe
    }

    public void OneOfTwo()
    {
        var name = INPUT;
        var number = INPUT;
        number = long.Parse(number).ToString();
        SINK(number); // safe
        SINK(name + number); // vulnerable
    }
}
