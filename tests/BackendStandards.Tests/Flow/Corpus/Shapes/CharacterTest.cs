// All characters are letters or digits.
internal sealed class CharacterTests
{
    public void Letters()
    {
        var asked = INPUT;
        if (!asked.All(char.IsLetterOrDigit)) return;
        SINK(asked); // safe
    }

    public void SomeLetters()
    {
        var asked = INPUT;
        if (!asked.Any(char.IsLetterOrDigit)) return;
        SINK(asked); // vulnerable
    }

    public void Kept()
    {
        SINK(new string(INPUT.Where(char.IsAsciiLetterOrDigit).ToArray())); // safe
    }
}
