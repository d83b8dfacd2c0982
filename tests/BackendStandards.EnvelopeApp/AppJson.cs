using System.Text.Json;
using System.Text.Json.Serialization;

namespace BackendStandards.EnvelopeApp;

/// <summary>The types of data, and none of an envelope.</summary>
[JsonSerializable(typeof(Todo))]
[JsonSerializable(typeof(NewTodo))]
[JsonSerializable(typeof(Hostile))]
[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(Thrower))]
[JsonSerializable(typeof(Todo[]))]
[JsonSerializable(typeof(IReadOnlyList<Todo>))]
[JsonSerializable(typeof(IAsyncEnumerable<int>))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class AppJson : JsonSerializerContext;
