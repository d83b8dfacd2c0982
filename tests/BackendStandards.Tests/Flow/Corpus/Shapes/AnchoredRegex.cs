// An anchored expression that admits harmless characters only; one that is not anchored admits all.
using System.Text.RegularExpressions;

internal sealed partial class RegexGuards
{
    private static readonly Regex Word = new("^[A-Za-z0-9]+$");

    public void Anchored()
    {
        var asked = INPUT;
        if (!Regex.IsMatch(asked, @"\A[A-Za-z0-9]{1,30}\z")) throw new ArgumentException("no such name");
        SINK(asked); // safe
    }

    public void NotAnchored()
    {
        var asked = INPUT;
        if (!Regex.IsMatch(asked, "[A-Za-z0-9]+")) throw new ArgumentException("no such name");
        SINK(asked); // vulnerable
    }

    public void Kept()
    {
        var asked = INPUT;
        if (Word.IsMatch(asked)) SINK(asked); // safe
        if (!Word.IsMatch(asked)) SINK(asked); // vulnerable
    }

    public void AnythingGoes()
    {
        var asked = INPUT;
        if (!Regex.IsMatch(asked, "^.+$")) return;
        SINK(asked); // vulnerable
    }
}
