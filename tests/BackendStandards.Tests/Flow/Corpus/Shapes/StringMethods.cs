// Members of string that keep the text, and that give something else.
internal sealed class TextMembers
{
    public void Kept()
    {
        var asked = INPUT;
        SINK(asked.PadLeft(30)); // vulnerable
        SINK(asked.Remove(0, 1)); // vulnerable
        SINK(asked.Insert(0, "x")); // vulnerable
        SINK(asked.Normalize()); // vulnerable
        SINK(new string(asked.Reverse().ToArray())); // vulnerable
    }

    public void Lost()
    {
        var asked = INPUT;
        SINK(asked.IndexOf('x').ToString()); // safe
        SINK(asked.GetHashCode().ToString()); // safe
        SINK(asked.Contains("x").ToString()); // safe
        SINK(string.Compare(asked, "x").ToString()); // safe
        SINK("north".PadLeft(asked.Length)); // safe
        SINK("north".Substring(0, asked.Length % 3)); // safe
    }
}
