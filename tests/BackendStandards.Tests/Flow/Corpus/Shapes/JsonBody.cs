// A body is read and made an object.
using System.Text.Json;

internal sealed record Wish(string Product, int Count);

internal sealed class JsonReader
{
    public void Deserialized()
    {
        var wish = JsonSerializer.Deserialize<Wish>(INPUT)!;
        SINK(wish.Product); // vulnerable
        SINK(wish.Count.ToString()); // safe
    }

    public void Element()
    {
        using var document = JsonDocument.Parse(INPUT);
        SINK(document.RootElement.GetProperty("product").GetString()!); // vulnerable
        SINK(document.RootElement.GetProperty("count").GetInt32().ToString()); // safe
    }

    public void Serialized()
    {
        SINK(JsonSerializer.Serialize(new Wish("shoes", INPUT.Length))); // safe
    }
}
