// An expression that takes all but harmless characters away, or takes little away.
using System.Text.RegularExpressions;

internal sealed class RegexReplaces
{
    public void Stripped()
    {
        SINK(Regex.Replace(INPUT, "[^a-zA-Z0-9]", "")); // safe
    }

    public void Barely()
    {
        SINK(Regex.Replace(INPUT, " +", " ")); // vulnerable
    }

    public void Matched()
    {
        SINK(Regex.Match(INPUT, "name=(.*)").Groups[1].Value); // vulnerable
        SINK(Regex.Match("name=north", "name=(.*)").Groups[1].Value); // safe
    }
}
