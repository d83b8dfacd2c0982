using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BackendStandards.EnvelopeTests.OpenApi;

/// <summary>What OpenAPI documents say is what is answered, whichever library writes them.</summary>
public sealed class DocumentTests(DocumentHost host) : IClassFixture<DocumentHost>
{
    private static readonly string[] Styles = ["typed", "group", "mvc"];
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    // What is compared word for word: one of each kind. The rest is held to the rules below.
    private static readonly string[] Shown =
        ["/todos", "/todos/{id}", "/jobs", "/conflict", "/stream", "/plain", "/file", "/events", "/redirect", "/skipped/bare"];

    // A text, and events, which not every library can describe as such.
    private static readonly string[] PlainText = ["/mvc/string", "/typed/events", "/group/events"];

    [Theory]
    [InlineData("microsoft", "/openapi/v1.json")]
    [InlineData("swashbuckle", "/swashbuckle.json")]
    [InlineData("nswag", "/nswag.json")]
    public async Task Documents_are_as_expected(string library, string address)
    {
        var document = await ReadAsync(address);
        var paths = new JsonObject();
        foreach (var (path, operations) in document["paths"]!.AsObject().ToList())
        {
            if (!Shown.Any(end => Styles.Any(style => path == "/" + style + end))) continue;
            document["paths"]!.AsObject().Remove(path);
            paths.Add(path, operations);
        }

        var schemas = new JsonObject();
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject().ToList())
        {
            document["components"]!["schemas"]!.AsObject().Remove(name);
            if (IsShown(name)) schemas.Add(name, schema);
        }

        var actual = new JsonObject { ["paths"] = paths, ["schemas"] = schemas }.ToJsonString(Readable) + "\n";
        var file = Path.Combine(Repository.Root, "tests", "BackendStandards.EnvelopeTests", "OpenApi", "Expected", library + ".json");
        if (Environment.GetEnvironmentVariable("BACKENDSTANDARDS_ACCEPT") == "1") await File.WriteAllTextAsync(file, actual);
        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), actual);
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swashbuckle.json")]
    [InlineData("/nswag.json")]
    public async Task Every_json_answer_of_the_format_has_the_schema_of_an_envelope(string address)
    {
        var document = await ReadAsync(address);
        var wrong = new List<string>();
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            if (path.Contains("/skipped/", StringComparison.Ordinal) || PlainText.Contains(path)) continue;
            foreach (var (method, operation) in operations!.AsObject())
            {
                foreach (var (status, response) in operation!["responses"]!.AsObject())
                {
                    var failed = status[0] is '4' or '5';
                    if (!failed && response!["content"]?["application/json"] is null) continue;
                    var schema = (string?)response!["content"]?["application/json"]?["schema"]?["$ref"];
                    if (schema?.Contains(failed ? "ApiErrorResponse" : "ApiResponse", StringComparison.Ordinal) != true) wrong.Add($"{method} {path} {status}: {response.ToJsonString()}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swashbuckle.json")]
    [InlineData("/nswag.json")]
    public async Task The_document_says_which_status_codes_there_are(string address)
    {
        var document = await ReadAsync(address);
        string Codes(string method, string path) => string.Join(' ', document["paths"]![path]![method]!["responses"]!.AsObject().Select(response => response.Key).Order(StringComparer.Ordinal));

        Assert.Equal("200 404 500", Codes("get", "/typed/todos/{id}"));
        Assert.Equal("201 400 500", Codes("post", "/typed/todos"));
        Assert.Equal("202 500", Codes("post", "/typed/jobs"));
        Assert.Equal("204 500", Codes("delete", "/typed/todos/{id}"));
        Assert.Equal("409 500", Codes("get", "/typed/conflict"));
        Assert.Equal("200 400 404", Codes("get", "/group/todos/{id}"));
        Assert.Equal("201 400", Codes("post", "/group/todos"));
        Assert.Equal("200", Codes("get", "/group/plain"));
        Assert.Equal("200 400 404", Codes("get", "/mvc/todos/{id}"));
        Assert.Equal("201 400", Codes("post", "/mvc/todos"));
        Assert.Equal("200", Codes("get", "/mvc/plain"));
    }

    private static bool IsShown(string schema) =>
        schema.StartsWith("ApiError", StringComparison.Ordinal) || schema == "ApiMeta" || (schema.Contains("ApiResponse", StringComparison.Ordinal) && schema.Contains("Todo", StringComparison.Ordinal));

    private async Task<JsonObject> ReadAsync(string address) => JsonNode.Parse(await host.Client.GetStringAsync(address))!.AsObject();
}
