// Array.Copy, Reverse, Fill, Clone and ConvertAll.
internal sealed class ArrayOperations
{
    public void Copied()
    {
        var asked = new[] { INPUT };
        var target = new string[1];
        Array.Copy(asked, target, 1);
        SINK(target[0]); // vulnerable
        var preset = new[] { "north" };
        var other = new string[1];
        Array.Copy(preset, other, 1);
        SINK(other[0]); // safe
    }

    public void Filled()
    {
        var names = new[] { INPUT, INPUT };
        Array.Fill(names, "north");
        SINK(names[0]); // safe
        Array.Fill(names, INPUT);
        SINK(names[1]); // vulnerable
    }

    public void Converted()
    {
        var lengths = Array.ConvertAll(INPUT.Split(','), part => part.Length);
        SINK(string.Join(",", lengths)); // safe
        var clone = (string[])INPUT.Split(',').Clone();
        SINK(clone[0]); // vulnerable
    }
}
