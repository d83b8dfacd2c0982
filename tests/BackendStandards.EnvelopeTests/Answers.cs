using System.Net;
using System.Text;
using System.Text.Json;

namespace BackendStandards.EnvelopeTests;

/// <summary>Asks, and looks at what comes back.</summary>
internal static class Answers
{
    /// <summary>A body of JSON.</summary>
    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    /// <summary>Sends, and reads the whole answer.</summary>
    public static async Task<(HttpResponseMessage Response, JsonElement Body)> SendAsync(this HttpClient client, HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response, text.Length > 0 && response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>A success in the format; gives its data.</summary>
    public static async Task<JsonElement> GetDataAsync(this HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        var (response, body) = await client.SendAsync(HttpMethod.Get, path, null, headers);
        return DataOf(response, body, HttpStatusCode.OK);
    }

    /// <summary>Holds that an answer is a success in the format, and gives its data.</summary>
    public static JsonElement DataOf(HttpResponseMessage response, JsonElement body, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["success", "data"], body.EnumerateObject().Select(property => property.Name).Where(name => name != "meta"));
        Assert.True(body.GetProperty("success").GetBoolean());
        return body.GetProperty("data");
    }

    /// <summary>Holds that an answer is a failure in the format, and gives its error.</summary>
    public static JsonElement ErrorOf(HttpResponseMessage response, JsonElement body, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["success", "error", "meta"], body.EnumerateObject().Select(property => property.Name));
        Assert.False(body.GetProperty("success").GetBoolean());
        Assert.NotEmpty(body.GetProperty("meta").GetProperty("traceId").GetString()!);
        var error = body.GetProperty("error");
        Assert.Equal(["code", "message", "details"], error.EnumerateObject().Select(property => property.Name));
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        return error;
    }

    /// <summary>Asks for what fails, and gives its error.</summary>
    public static async Task<JsonElement> FailAsync(this HttpClient client, HttpMethod method, string path, HttpStatusCode status, string code, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var (response, body) = await client.SendAsync(method, path, content, headers);
        return ErrorOf(response, body, status, code);
    }

    /// <summary>The fields that an error names.</summary>
    public static IEnumerable<string?> Fields(this JsonElement error) =>
        error.GetProperty("details").EnumerateArray().Select(detail => detail.TryGetProperty("field", out var field) ? field.GetString() : null);
}
