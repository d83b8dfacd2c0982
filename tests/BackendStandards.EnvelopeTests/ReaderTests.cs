using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BackendStandards.EnvelopeApp;
using BackendStandards.EnvelopeTests.Hosts;

namespace BackendStandards.EnvelopeTests;

/// <summary>What clients read, of this application and of whatever stands in its way.</summary>
public sealed partial class ReaderTests(ProductionHost host) : IClassFixture<ProductionHost>
{
    [Fact]
    public async Task A_success_has_its_data()
    {
        using var response = await host.Client.GetAsync("/typed/todos/1");
        var envelope = await response.ReadEnvelopeAsync<Todo>();

        Assert.True(envelope.Success);
        Assert.Equal(new Todo(1, "Task 1"), envelope.Data);
        Assert.Equal(200, envelope.Status);
        Assert.Null(envelope.Error);
    }

    [Fact]
    public async Task A_page_has_its_numbers()
    {
        using var response = await host.Client.GetAsync("/typed/todos?page=3&pageSize=2");
        var envelope = await response.ReadEnvelopeAsync<List<Todo>>();

        Assert.Single(envelope.Data!);
        Assert.Equal((3, 2, 5L), (envelope.Meta!.Page, envelope.Meta.PageSize, envelope.Meta.Total));
    }

    [Fact]
    public async Task A_failure_has_its_error_and_the_trace()
    {
        using var response = await host.Client.PostAsync("/typed/todos", Answers.Json("""{"title":"longer than ten"}"""));
        var envelope = await response.ReadEnvelopeAsync<Todo>();

        Assert.False(envelope.Success);
        Assert.Equal(ErrorCodes.ValidationError, envelope.Error!.Code);
        Assert.Equal("title", Assert.Single(envelope.Error.Details).Field);
        Assert.NotEmpty(envelope.Meta!.TraceId!);
        Assert.Equal(400, envelope.Status);
    }

    [Fact]
    public async Task No_content_is_a_success_without_data()
    {
        using var response = await host.Client.DeleteAsync("/typed/todos/1");
        var envelope = await response.ReadEnvelopeAsync<Todo>();

        Assert.True(envelope.Success);
        Assert.Null(envelope.Data);
    }

    [Fact]
    public async Task Reads_without_reflection()
    {
        using var response = await host.Client.GetAsync("/typed/todos/1");

        Assert.Equal("Task 1", (await response.ReadEnvelopeAsync(Json.Default.Todo)).Data!.Title);
    }

    [Theory]
    [InlineData(502, "text/html", "<html>Bad gateway</html>")]
    [InlineData(200, "text/html", "<html>Sign in</html>")]
    [InlineData(200, "application/json", "{\"success\":true,\"da")]
    [InlineData(200, "application/json", "[1]")]
    [InlineData(200, "application/json", "{\"success\":true}")]
    [InlineData(404, "application/problem+json", "{\"title\":\"Not Found\"}")]
    [InlineData(500, "application/json", "")]
    public async Task What_is_no_envelope_is_a_failure(int status, string mediaType, string body)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        var envelope = await response.ReadEnvelopeAsync<Todo>();

        Assert.False(envelope.Success);
        Assert.Equal(ErrorCodes.InvalidResponse, envelope.Error!.Code);
        Assert.Equal(status, envelope.Status);
    }

    [Fact]
    public async Task Data_of_another_kind_is_a_fault_of_the_program()
    {
        using var response = await host.Client.GetAsync("/typed/todos/1");

        await Assert.ThrowsAsync<JsonException>(() => response.ReadEnvelopeAsync<int>());
    }

    [JsonSerializable(typeof(Todo))]
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    private sealed partial class Json : JsonSerializerContext;
}
