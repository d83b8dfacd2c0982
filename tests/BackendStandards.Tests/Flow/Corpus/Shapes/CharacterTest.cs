// All characters are ASCII letters or digits.
internal sealed class CharacterTests
{
    public void Letters()
    {
        var asked = INPUT;
        if (!asked.All(char.IsAsciiLetterOrDigit)) return;
        SINK(asked); // safe
    }

    public void SomeLetters()
    {
        var asked = INPUT;
        if (!asked.Any(char.IsAsciiLetterOrDigit)) return;
        SINK(asked); // vulnerable
    }

    public void Kept()
    {
        SINK(new string(INPUT.Where(char.IsAsciiLetterOrDigit).ToArray())); // safe
    }
}
