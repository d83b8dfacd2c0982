// A generic holder of ours.
internal sealed class Box<T>(T value)
{
    public T Value { get; private set; } = value;

    public void Put(T other) => Value = other;
}

internal sealed class Boxes
{
    public void Made()
    {
        var asked = new Box<string>(INPUT);
        var preset = new Box<string>("north");
        SINK(asked.Value); // vulnerable
        SINK(preset.Value); // safe
    }

    public void Replaced()
    {
        var box = new Box<string>("north");
        box.Put(INPUT);
        SINK(box.Value); // vulnerable
        box.Put("south");
        SINK(box.Value); // safe
    }

    public void Numbers()
    {
        var box = new Box<int>(INPUT.Length);
        SINK(box.Value.ToString()); // safe
    }
}
