using System.Collections.Immutable;

namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>An expression that shapes put in the place of <c>INPUT</c>.</summary>
/// <param name="Name">How tests and exceptions call it.</param>
/// <param name="Expression">A string that somebody outside chooses. It may stand in any member.</param>
internal sealed record FlowSource(string Name, string Expression)
{
    /// <summary>The source that every shape runs with.</summary>
    public static readonly FlowSource Main = new("Query", "Shop.Web.Request.Query[\"name\"].ToString()");

    /// <summary>A new one is a line here: it then runs with the portable shapes.</summary>
    public static readonly ImmutableArray<FlowSource> All =
    [
        Main,
        new("Form", "Shop.Web.Request.Form[\"name\"].ToString()"),
        new("Header", "Shop.Web.Request.Headers[\"X-Customer\"].ToString()"),
        new("HeaderByName", "Shop.Web.Request.Headers.UserAgent.ToString()"),
        new("Cookie", "Shop.Web.Request.Cookies[\"customer\"]!"),
        new("RouteValue", "((string)Shop.Web.Request.RouteValues[\"name\"]!)"),
        new("RouteData", "((string)Shop.Web.Context.GetRouteValue(\"name\")!)"),
        new("QueryString", "Shop.Web.Request.QueryString.Value!"),
        new("Path", "Shop.Web.Request.Path.Value!"),
        new("Body", "new System.IO.StreamReader(Shop.Web.Request.Body).ReadToEnd()"),
        new("FileName", "Shop.Web.Request.Form.Files[0].FileName"),
        new("Console", "System.Console.ReadLine()!"),
        new("Environment", "System.Environment.GetEnvironmentVariable(\"CUSTOMER\")!"),
        new("CommandLine", "System.Environment.GetCommandLineArgs()[1]"),
        new("File", "System.IO.File.ReadAllText(\"customer.txt\")"),
        new("FileLine", "System.IO.File.ReadLines(\"customers.txt\").First()"),
        new("FileReader", "new System.IO.StreamReader(\"customer.txt\").ReadLine()!"),
        new("Database", "Shop.Databases.StoredRows().GetString(0)"),
        new("DatabaseByName", "((string)Shop.Databases.StoredRows()[\"Name\"])"),
        new("DatabaseScalar", "((string)Shop.Databases.Sqlite().CreateCommand().ExecuteScalar()!)"),
        new("HttpClient", "new System.Net.Http.HttpClient().GetStringAsync(\"https://partner.example/name\").GetAwaiter().GetResult()"),
        new("HttpContent", "new System.Net.Http.HttpClient().GetAsync(\"https://partner.example/name\").Result.Content.ReadAsStringAsync().Result"),
        new("Socket", "new System.IO.StreamReader(new System.Net.Sockets.TcpClient(\"partner.example\", 4000).GetStream()).ReadLine()!"),
        new("Listener", "new System.IO.StreamReader(new System.Net.Sockets.TcpListener(System.Net.IPAddress.Any, 4000).AcceptTcpClient().GetStream()).ReadLine()!"),
    ];

    public override string ToString() => Name;
}
