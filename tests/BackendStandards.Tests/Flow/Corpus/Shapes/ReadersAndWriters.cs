// Texts that go through readers, writers and streams.
using System.Text;

internal sealed class TextStreams
{
    public void Read()
    {
        SINK(new StringReader(INPUT).ReadToEnd()); // vulnerable
        SINK(new StringReader("north").ReadToEnd()); // safe
    }

    public void Written()
    {
        var writer = new StringWriter();
        writer.Write(INPUT);
        SINK(writer.ToString()); // vulnerable
        var other = new StringWriter();
        other.Write("north");
        SINK(other.ToString()); // safe
    }

    public void Streamed()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(INPUT));
        using var reader = new StreamReader(stream);
        SINK(reader.ReadToEnd()); // vulnerable
        using var preset = new MemoryStream(Encoding.UTF8.GetBytes("north"));
        using var other = new StreamReader(preset);
        SINK(other.ReadToEnd()); // safe
    }
}
