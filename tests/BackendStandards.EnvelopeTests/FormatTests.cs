using System.Net;
using BackendStandards.EnvelopeTests.Hosts;

namespace BackendStandards.EnvelopeTests;

/// <summary>What is answered, in each style of endpoints, wherever the application runs.</summary>
public abstract class FormatTests<THost>(THost host) : IClassFixture<THost>
    where THost : Host
{
    private HttpClient Client => host.Client;

    [Theory, Styles]
    public async Task An_object_is_the_data_of_a_success(string style)
    {
        var (response, body) = await Client.SendAsync(HttpMethod.Get, $"/{style}/todos/1");

        Assert.Equal("""{"id":1,"title":"Task 1"}""", Answers.DataOf(response, body, HttpStatusCode.OK).GetRawText());
        Assert.False(body.TryGetProperty("meta", out _));
    }

    [Theory, Styles]
    public async Task A_page_says_which_it_is_and_how_many_there_are(string style)
    {
        var (response, body) = await Client.SendAsync(HttpMethod.Get, $"/{style}/todos?page=2&pageSize=2");

        Assert.Equal(2, Answers.DataOf(response, body, HttpStatusCode.OK).GetArrayLength());
        Assert.Equal("""{"page":2,"pageSize":2,"total":5}""", body.GetProperty("meta").GetRawText());
    }

    [Theory, Styles]
    public async Task What_is_created_comes_with_its_address(string style)
    {
        var (response, body) = await Client.SendAsync(HttpMethod.Post, $"/{style}/todos", Answers.Json("""{"title":"New"}"""));

        Assert.Equal("""{"id":7,"title":"New"}""", Answers.DataOf(response, body, HttpStatusCode.Created).GetRawText());
        Assert.Equal($"/{style}/todos/7", new Uri(Client.BaseAddress!, response.Headers.Location!).AbsolutePath);
    }

    [Theory, Styles]
    public async Task What_is_accepted_comes_with_its_address(string style)
    {
        var (response, body) = await Client.SendAsync(HttpMethod.Post, $"/{style}/jobs");

        Assert.Equal("null", Answers.DataOf(response, body, HttpStatusCode.Accepted).GetRawText());
        Assert.Equal($"/{style}/jobs/1", response.Headers.Location?.OriginalString);
    }

    [Theory, Styles]
    public async Task No_content_stays_without_content(string style)
    {
        var (response, _) = await Client.SendAsync(HttpMethod.Delete, $"/{style}/todos/1");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory, Styles]
    public async Task What_is_not_valid_is_named(string style)
    {
        var error = await Client.FailAsync(HttpMethod.Post, $"/{style}/todos", HttpStatusCode.BadRequest, "VALIDATION_ERROR", Answers.Json("""{"title":"longer than ten"}"""));

        Assert.Equal(["title"], error.Fields());
    }

    [Theory, Styles]
    public async Task What_does_not_exist_is_not_found(string style) =>
        await Client.FailAsync(HttpMethod.Get, $"/{style}/todos/999", HttpStatusCode.NotFound, "NOT_FOUND");

    [Theory, Styles]
    public async Task An_exception_is_an_internal_error(string style) =>
        await Client.FailAsync(HttpMethod.Get, $"/{style}/boom", HttpStatusCode.InternalServerError, "INTERNAL_ERROR");

    [Theory, Styles]
    public async Task An_exception_of_ones_own_is_what_it_was_mapped_to(string style) =>
        await Client.FailAsync(HttpMethod.Get, $"/{style}/closed", HttpStatusCode.Conflict, "ORDER_CLOSED");

    [Theory, Styles]
    public async Task An_unknown_address_is_not_found(string style) =>
        await Client.FailAsync(HttpMethod.Get, $"/{style}/nowhere/at/all", HttpStatusCode.NotFound, "NOT_FOUND");

    [Theory, Styles]
    public async Task A_method_that_is_not_allowed_says_which_are(string style)
    {
        var (response, body) = await Client.SendAsync(HttpMethod.Patch, $"/{style}/boom");

        Answers.ErrorOf(response, body, HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        Assert.Equal(["GET"], response.Content.Headers.Allow);
    }

    [Theory, Styles]
    public async Task Who_is_not_known_is_unauthorized_and_who_may_not_is_forbidden(string style)
    {
        await Client.FailAsync(HttpMethod.Get, $"/{style}/secret", HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        await Client.FailAsync(HttpMethod.Get, $"/{style}/admin", HttpStatusCode.Forbidden, "FORBIDDEN", null, ("X-User", "someone"));
        await Client.GetDataAsync($"/{style}/secret", ("X-User", "someone"));
    }

    [Theory, Styles]
    public async Task A_conflict_is_a_conflict(string style)
    {
        var code = style == "typed" ? "ORDER_CLOSED" : "CONFLICT";

        await Client.FailAsync(HttpMethod.Get, $"/{style}/conflict", HttpStatusCode.Conflict, code);
    }

    [Theory, Styles]
    public async Task Problem_details_become_the_format(string style) =>
        await Client.FailAsync(HttpMethod.Get, $"/{style}/problem", HttpStatusCode.Conflict, "CONFLICT");

    [Theory, Styles]
    public async Task Who_calls_too_often_is_limited(string style) =>
        await Client.FailAsync(HttpMethod.Get, $"/{style}/limited", HttpStatusCode.TooManyRequests, "RATE_LIMITED");

    [Theory, Styles]
    public async Task A_head_request_has_the_headers_alone(string style)
    {
        var (response, _) = await Client.SendAsync(HttpMethod.Head, $"/{style}/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory, Styles]
    public async Task Files_stay_as_they_are(string style)
    {
        var (response, _) = await Client.SendAsync(HttpMethod.Get, $"/{style}/file");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(7, response.Content.Headers.ContentLength);
        Assert.Equal("x.csv", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("a,b\n1,2", await response.Content.ReadAsStringAsync());
    }

    [Theory, Styles("text", "string")]
    public async Task Texts_stay_as_they_are(string style, string path)
    {
        if (path == "string" && style != "mvc") return;
        var (response, _) = await Client.SendAsync(HttpMethod.Get, $"/{style}/{path}");

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("plain text", await response.Content.ReadAsStringAsync());
    }

    [Theory, Styles]
    public async Task Redirects_stay_as_they_are(string style)
    {
        var (response, _) = await Client.SendAsync(HttpMethod.Get, $"/{style}/redirect");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/typed/todos/1", response.Headers.Location?.OriginalString);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory, Styles]
    public async Task Events_stay_as_they_are(string style)
    {
        var (response, _) = await Client.SendAsync(HttpMethod.Get, $"/{style}/events");

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("data: one\n\n", await response.Content.ReadAsStringAsync());
    }

    [Theory, Styles]
    public async Task An_asynchronous_sequence_is_streamed_as_the_data(string style) =>
        Assert.Equal("[1,2,3]", (await Client.GetDataAsync($"/{style}/stream")).GetRawText());

    [Theory, Styles]
    public async Task A_type_that_says_which_of_its_kinds_it_is_still_does(string style) =>
        Assert.Equal("""{"$type":"circle","radius":2,"name":"round"}""", (await Client.GetDataAsync($"/{style}/shape")).GetRawText());

    [Theory, Styles]
    public async Task Nothing_is_data_too(string style) => Assert.Equal("null", (await Client.GetDataAsync($"/{style}/null")).GetRawText());

    [Theory, Styles("plain", "asynchronous", Only = ["group", "mvc"])]
    public async Task Plain_values_are_the_data(string style, string path) =>
        Assert.Equal("Task 1", (await Client.GetDataAsync($"/{style}/{path}")).GetProperty("title").GetString());

    [Theory, Styles(Only = ["group", "mvc"])]
    public async Task Plain_lists_are_the_data(string style) => Assert.Equal(5, (await Client.GetDataAsync($"/{style}/list")).GetArrayLength());

    [Theory, Styles(Only = ["group", "mvc"])]
    public async Task A_success_without_a_value_has_no_data(string style) => Assert.Equal("null", (await Client.GetDataAsync($"/{style}/nothing")).GetRawText());

    [Theory, Styles]
    public async Task What_is_left_out_stays_as_it_is(string style)
    {
        var (bare, body) = await Client.SendAsync(HttpMethod.Get, $"/{style}/skipped/bare");
        Assert.Equal("""{"id":1,"title":"Task 1"}""", body.GetRawText());
        Assert.Equal(HttpStatusCode.OK, bare.StatusCode);

        var (missing, _) = await Client.SendAsync(HttpMethod.Get, $"/{style}/skipped/missing");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.DoesNotContain("success", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var (boom, _) = await Client.SendAsync(HttpMethod.Get, $"/{style}/skipped/boom");
        Assert.Equal(HttpStatusCode.InternalServerError, boom.StatusCode);
        Assert.DoesNotContain("success", await boom.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_checks_stay_as_they_are()
    {
        var (response, _) = await Client.SendAsync(HttpMethod.Get, "/health");

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Any_status_and_code_can_be_answered()
    {
        var error = await Client.FailAsync(HttpMethod.Get, "/typed/teapot", (HttpStatusCode)418, "TEAPOT");

        Assert.Equal("No coffee here.", error.GetProperty("message").GetString());
    }

    [Theory, Styles("own", "state", "typed", "json", Only = ["mvc"])]
    public async Task Actions_may_answer_in_other_ways_too(string style, string path)
    {
        switch (path)
        {
            case "own":
                await Client.FailAsync(HttpMethod.Get, $"/{style}/{path}", HttpStatusCode.BadRequest, "ORDER_CLOSED");
                break;
            case "state":
                var error = await Client.FailAsync(HttpMethod.Get, $"/{style}/{path}", HttpStatusCode.BadRequest, "VALIDATION_ERROR");
                Assert.Equal(["place.street"], error.Fields());
                break;
            default:
                Assert.Equal(1, (await Client.GetDataAsync($"/{style}/{path}")).GetProperty("id").GetInt32());
                break;
        }
    }
}
