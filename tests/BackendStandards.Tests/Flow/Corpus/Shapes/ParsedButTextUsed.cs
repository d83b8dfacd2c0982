// The number is only tested; a text that parses as a number holds nothing but one.
internal sealed class TestedNumbers
{
    public void Tested()
    {
        var asked = INPUT;
        if (!int.TryParse(asked, out _)) return;
        SINK(asked); // safe
    }

    public void NotHeeded()
    {
        var asked = INPUT;
        if (!int.TryParse(asked, out _)) Console.WriteLine("not a number");
        SINK(asked); // vulnerable
    }
}
