using System.Net;
using System.Net.Http.Headers;
using BackendStandards.EnvelopeApp;
using BackendStandards.EnvelopeTests.Hosts;

namespace BackendStandards.EnvelopeTests;

/// <summary>Whatever comes in or breaks: an error in the format, or a connection that is cut, and never a word from inside.</summary>
public abstract class BadInputTests<THost>(THost host) : IClassFixture<THost>
    where THost : Host
{
    private static readonly string[] Inside =
        [Marker.Text, "Exception", "   at ", "System.", "Microsoft.", "BackendStandards", "Path: $", "LineNumber", "BytePositionInLine", "JsonReader", "NewTodo", "Hostile", "Int32", "Thrower"];

    private HttpClient Client => host.Client;

    [Theory, Styles("{bad", "", "null", "[]", "{\"title\":5}", "{\"title\":\"a\",\"priority\":\"x\"}", "{\"title\":\"a\",\"place\":[1]}", "{\"title\":\"a\"", "{\"title\":\"a\"}}", "\"text\"")]
    public async Task A_body_that_cannot_be_read_is_not_valid(string style, string body)
    {
        var error = await Client.FailAsync(HttpMethod.Post, $"/{style}/todos", HttpStatusCode.BadRequest, "VALIDATION_ERROR", Answers.Json(body));

        AssertNothingFromInside(error.GetRawText());
        Assert.DoesNotContain("todo", error.Fields());
    }

    [Theory, Styles]
    public async Task Bytes_that_are_no_text_are_not_valid(string style)
    {
        using var content = new ByteArrayContent([0x7B, 0x22, 0x74, 0xC3, 0x28, 0xFF, 0x22, 0x7D]) { Headers = { ContentType = new("application/json") } };

        AssertNothingFromInside((await Client.FailAsync(HttpMethod.Post, $"/{style}/todos", HttpStatusCode.BadRequest, "VALIDATION_ERROR", content)).GetRawText());
    }

    [Theory, Styles("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")]
    public async Task A_media_type_that_is_not_known_is_not_supported(string style, string mediaType)
    {
        using var content = new ByteArrayContent("x"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        AssertNothingFromInside((await Client.FailAsync(HttpMethod.Post, $"/{style}/todos", HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", content)).GetRawText());
    }

    [Theory, Styles("length", "chunked")]
    public async Task A_body_that_is_too_large_is_refused(string style, string transfer)
    {
        using var content = Answers.Json($$"""{"title":"{{new string('x', Application.LargestBody)}}"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{style}/todos") { Content = content };
        request.Headers.TransferEncodingChunked = transfer == "chunked";
        try
        {
            using var response = await Client.SendAsync(request);
            Answers.ErrorOf(response, System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement, HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
        }
        catch (HttpRequestException)
        {
            // The server may close the connection while the body is still being sent.
        }
    }

    [Theory, Styles("levels?level=abc", "levels?level=99999999999999", "levels?level=%FF%FE", "todos?page=abc", "todos?page=%00", "todos?page=1&pageSize=%22%3E")]
    public async Task A_query_that_cannot_be_read_is_not_valid(string style, string path) =>
        AssertNothingFromInside((await Client.FailAsync(HttpMethod.Get, $"/{style}/{path}", HttpStatusCode.BadRequest, "VALIDATION_ERROR")).GetRawText());

    [Theory, Styles]
    public async Task A_converter_that_refuses_is_not_quoted(string style) =>
        AssertNothingFromInside((await Client.FailAsync(HttpMethod.Post, $"/{style}/hostile", HttpStatusCode.BadRequest, "VALIDATION_ERROR", Answers.Json("{}"))).GetRawText());

    [Theory, Styles("boom", "closed", "bound", "filter", "result", "getter", "problem", "conflict", "skipped/boom")]
    public async Task Nothing_from_inside_is_told(string style, string path)
    {
        var (response, _) = await Client.SendAsync(HttpMethod.Get, $"/{style}/{path}");

        Assert.True((int)response.StatusCode is 409 or 500);
        AssertNothingFromInside(await response.Content.ReadAsStringAsync() + response.Headers + response.Content.Headers);
    }

    [Theory, Styles("boom", "bound", "filter", "result", "getter")]
    public async Task Wherever_it_is_thrown_it_is_an_internal_error(string style, string path) =>
        await Client.FailAsync(HttpMethod.Get, $"/{style}/{path}", HttpStatusCode.InternalServerError, "INTERNAL_ERROR");

    [Fact]
    public async Task Middleware_that_throws_is_an_internal_error() =>
        AssertNothingFromInside((await Client.FailAsync(HttpMethod.Get, "/typed/todos/1", HttpStatusCode.InternalServerError, "INTERNAL_ERROR", null, ("X-Throw", "1"))).GetRawText());

    [Theory, Styles("text/html", "application/xml", "image/png;q=1", "nonsense")]
    public async Task Errors_are_json_whatever_is_accepted(string style, string accept) =>
        await Client.FailAsync(HttpMethod.Get, $"/{style}/boom", HttpStatusCode.InternalServerError, "INTERNAL_ERROR", null, ("Accept", accept));

    [Theory, Styles]
    public async Task What_fails_after_it_began_is_cut(string style)
    {
        using var response = await Client.GetAsync($"/{style}/late", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync());
    }

    [Theory, Styles]
    public async Task A_request_that_is_given_up_harms_nobody(string style)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client.GetAsync($"/{style}/slow", soon.Token));
        await Client.GetDataAsync($"/{style}/todos/1");
    }

    private static void AssertNothingFromInside(string answer) =>
        Assert.All(Inside, text => Assert.DoesNotContain(text, answer, StringComparison.Ordinal));
}
