// A text taken apart into characters and bytes and put together again.
using System.Text;

internal sealed class Encodings
{
    public void Characters()
    {
        SINK(new string(INPUT.ToCharArray())); // vulnerable
        SINK(new string('x', INPUT.Length)); // safe
    }

    public void Bytes()
    {
        var bytes = Encoding.UTF8.GetBytes(INPUT);
        SINK(Encoding.UTF8.GetString(bytes)); // vulnerable
        SINK(Convert.ToHexString(bytes)); // safe
    }

    public void Decoded()
    {
        SINK(Encoding.UTF8.GetString(Convert.FromBase64String(INPUT))); // vulnerable
        SINK(Encoding.UTF8.GetString(Convert.FromBase64String("bm9ydGg="))); // safe
    }
}
