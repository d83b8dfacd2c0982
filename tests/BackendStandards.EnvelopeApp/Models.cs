using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BackendStandards.EnvelopeApp;

public sealed record Todo(int Id, string Title);

public sealed class NewTodo
{
    [Required, StringLength(10)]
    public string? Title { get; set; }

    [Range(1, 5)]
    public int Priority { get; set; } = 1;

    public Place? Place { get; set; }
}

public sealed class Place
{
    [StringLength(5)]
    public string? Street { get; set; }
}

[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract record Shape(string Name);

public sealed record Circle(string Name, int Radius) : Shape(Name);

public sealed record Square(string Name, int Side) : Shape(Name);

/// <summary>Throws while it is written.</summary>
public sealed class Thrower(int items, bool throws)
{
    public IEnumerable<string> Items => Enumerable.Repeat("an item of some length", items);

    public string Value => throws ? throw Marker.Exception() : "fine";
}

/// <summary>Throws while it is read.</summary>
[JsonConverter(typeof(HostileConverter))]
public sealed record Hostile(string Text);

public sealed class HostileConverter : JsonConverter<Hostile>
{
    public override Hostile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        throw new JsonException(Marker.Text);
    }

    public override void Write(Utf8JsonWriter writer, Hostile value, JsonSerializerOptions options) => writer.WriteNullValue();
}

/// <summary>Throws while it is bound from the query.</summary>
public sealed record Bound(string Text)
{
    public static ValueTask<Bound?> BindAsync(HttpContext context) => throw Marker.Exception();
}

/// <summary>A number of a kind of its own, bound from the query.</summary>
public readonly record struct Level(int Value)
{
    public static bool TryParse(string text, IFormatProvider? provider, out Level level)
    {
        var parsed = int.TryParse(text, NumberStyles.None, provider, out var value);
        level = new(value);
        return parsed;
    }
}

/// <summary>The application's own exception.</summary>
public sealed class OrderClosedException() : Exception("Order of customer " + Marker.Text + " is closed");

/// <summary>What the tests send and get, and the errors that the application adds.</summary>
public static class Store
{
    public static Todo[] Todos { get; } = [.. Enumerable.Range(1, 5).Select(id => new Todo(id, "Task " + id))];

    public static Todo[] Page(int page, int pageSize) => [.. Todos.Skip((page - 1) * pageSize).Take(pageSize)];

    public static async IAsyncEnumerable<int> Numbers()
    {
        for (var number = 1; number <= 3; number++)
        {
            await Task.Delay(2);
            yield return number;
        }
    }
}
