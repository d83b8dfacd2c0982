// A builder that is emptied before it is used.
using System.Text;

internal sealed class ReusedBuilder
{
    public void Kept()
    {
        var text = new StringBuilder();
        text.Clear();
        text.Append(INPUT);
        SINK(text.ToString()); // vulnerable
    }

    public void Emptied()
    {
        var text = new StringBuilder();
        text.Append(INPUT);
        text.Clear();
        text.Append("north");
        SINK(text.ToString()); // safe
    }

    public void Cut()
    {
        var text = new StringBuilder();
        text.Append(INPUT);
        text.Length = 0;
        text.Append("north");
        SINK(text.ToString()); // safe
    }
}
