using BackendStandards.Analyzers.Catalogue;

namespace BackendStandards.Tests.Rules.Security;

/// <summary>Each sink of each rule of the form "request data reaches …", once straight.</summary>
public class InputSinkTests
{
    public static TheoryData<string> Commands =>
    [
        """Process.Start([|name|]);""",
        """Process.Start("convert", [|"-i " + name|]);""",
        """Process.Start([|name|], [|"-i " + name|]);""",
        """_ = new ProcessStartInfo([|name|]);""",
        """_ = new ProcessStartInfo("sh", [|$"-c {name}"|]);""",
        """_ = new ProcessStartInfo { FileName = [|name|], Arguments = [|$"-c {name}"|] };""",
        """var start = new ProcessStartInfo("sh"); start.Arguments = "-c "; start.Arguments += [|name|];""",
        """using var process = new Process(); process.StartInfo.FileName = "sh"; process.StartInfo.Arguments = [|"-c " + name|]; process.Start();""",
        """await CliWrap.Cli.Wrap("convert").WithArguments([|$"-i {name}"|]).ExecuteAsync();""",
        """await CliWrap.Cli.Wrap([|name|]).ExecuteAsync();""",
        """Medallion.Shell.Command.Run([|name|], "a");""",
        """Process.Start("convert", [|Request.Query["x"].ToString()|]);""",
        """Process.Start("convert", [|item.Name|]);""",
    ];

    public static TheoryData<string> Queries =>
    [
        """_ = new DirectorySearcher { Filter = [|$"(uid={name})"|] };""",
        """_ = new DirectorySearcher([|$"(uid={name})"|]);""",
        """_ = new DirectoryEntry([|"LDAP://" + name|]);""",
        """ldap.SendRequest(new SearchRequest("dc=shop", [|"(uid=" + name + ")"|], System.DirectoryServices.Protocols.SearchScope.Subtree));""",
        """ldap.SendRequest(new SearchRequest([|$"ou={name},dc=shop"|], "(uid=a)", System.DirectoryServices.Protocols.SearchScope.Subtree));""",
        """_ = new SearchRequest { Filter = [|$"(uid={name})"|] };""",
        """xml.SelectSingleNode([|$"//user[@name='{name}']"|]);""",
        """xml.SelectNodes([|$"//user[@name='{name}']"|]);""",
        """xml.CreateNavigator()!.Select([|"//user[@name='" + name + "']"|]);""",
        """xml.CreateNavigator()!.Evaluate([|"//user[@name='" + name + "']"|]);""",
        """xml.CreateNavigator()!.Compile([|"//user[@name='" + name + "']"|]);""",
        """XPathExpression.Compile([|"//user[@name='" + name + "']"|]);""",
        """document.XPathSelectElement([|$"//user[@name='{name}']"|]);""",
        """document.XPathSelectElements([|$"//user[@name='{name}']"|]);""",
        """document.XPathEvaluate([|$"//user[@name='{name}']"|]);""",
        """mongo.Find([|$"{{ Name: '{name}' }}"|]).ToList();""",
        """mongo.DeleteMany([|$"{{ Name: '{name}' }}"|]);""",
        """mongo.Find(new JsonFilterDefinition<Item>([|name|])).ToList();""",
        """mongo.Find(BsonDocument.Parse([|$"{{ Name: '{name}' }}"|])).ToList();""",
        """_ = new BsonJavaScript([|"this.Name == '" + name + "'"|]);""",
        """redis.ScriptEvaluate([|$"return redis.call('get', '{name}')"|]);""",
        """await redis.ScriptEvaluateAsync([|$"return redis.call('get', '{name}')"|]);""",
        """LuaScript.Prepare([|$"return redis.call('get', '{name}')"|]);""",
        """server.ScriptLoad([|$"return redis.call('get', '{name}')"|]);""",
        """items.Where([|$"Name == \"{name}\""|]).ToList();""",
        """items.OrderBy([|name|]).ToList();""",
        """items.Select([|name|]).ToDynamicList();""",
    ];

    public static TheoryData<string> Paths =>
    [
        """System.IO.File.ReadAllText([|name|]);""",
        """await System.IO.File.WriteAllBytesAsync([|Path.Combine("/srv", name)|], []);""",
        """System.IO.File.Move([|name|], [|folder|]);""",
        """System.IO.File.Delete([|"/srv/" + name|]);""",
        """Directory.CreateDirectory([|"/srv/" + name|]);""",
        """Directory.GetFiles([|name|]);""",
        """using var stream = new FileStream([|$"/srv/{name}"|], FileMode.Open);""",
        """using var text = new StreamReader([|$"/srv/{name}"|]);""",
        """using var text = new StreamWriter([|$"/srv/{name}"|]);""",
        """new FileInfo("/srv/" + name).Delete();""".Replace("new FileInfo(\"/srv/\" + name)", "[|new FileInfo(\"/srv/\" + name)|]"),
        """var info = new FileInfo("/srv/" + name); using var stream = [|info|].OpenRead();""",
        """[|new DirectoryInfo("/srv/" + name)|].GetFiles();""",
        """return PhysicalFile([|"/srv/" + name|], "text/plain");""",
        """return Results.File([|"/srv/" + name|]);""",
        """return TypedResults.PhysicalFile([|"/srv/" + name|]);""",
        """await Response.SendFileAsync([|"/srv/" + name|]);""",
        """ZipFile.ExtractToDirectory([|name|], [|folder|]);""",
        """using var stream = System.IO.File.Create([|Path.Combine("/srv", file.FileName)|]);""",
        """xml.Load([|name|]);""",
        """var path = Path.Combine("/srv", name); if (!path.StartsWith("/srv/")) return null; System.IO.File.ReadAllText([|path|]);""",
        """var path = Path.GetFullPath(Path.Combine("/srv", name)); System.IO.File.ReadAllText([|path|]);""",
        """Assembly.LoadFrom([|name|]);""",
    ];

    public static TheoryData<string> Urls =>
    [
        """await client.GetAsync([|name|]);""",
        """await client.GetStringAsync([|"https://" + name|]);""",
        """await client.GetStringAsync([|$"https://{name}.example.com/x"|]);""",
        """await client.GetStringAsync([|new Uri(name)|]);""",
        """await client.PostAsJsonAsync([|name|], item);""",
        """await client.GetFromJsonAsync<Item>([|name|]);""",
        """await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, [|name|]));""",
        """await client.SendAsync(new HttpRequestMessage { RequestUri = [|new Uri(name)|] });""",
        """client.BaseAddress = [|new Uri(name)|];""",
        """await client.GetAsync([|new Uri(new Uri("https://example.com"), name)|]);""",
        """WebRequest.Create([|name|]);""",
        """using var web = new WebClient(); web.DownloadString([|name|]);""",
        """using var tcp = new System.Net.Sockets.TcpClient([|name|], 80);""",
        """using var tcp = new System.Net.Sockets.TcpClient(); tcp.Connect([|name|], 80);""",
        """using var rest = new RestClient([|name|]);""",
        """_ = new RestClientOptions { BaseUrl = [|new Uri(name)|] };""",
        """await [|name|].GetStringAsync();""",
        """await client.GetAsync([|Address(name)|]);""",
        """if (new Uri(name).Host != "a.example.com") await client.GetAsync([|name|]);""",
    ];

    public static TheoryData<string> Redirects =>
    [
        """return Redirect([|name|]);""",
        """return RedirectPermanent([|name|]);""",
        """return new RedirectResult([|name|]);""",
        """return Results.Redirect([|name|]);""",
        """return TypedResults.Redirect([|name|]);""",
        """Response.Redirect([|name|]);""",
        """Response.Headers.Location = [|name|];""",
        """Response.Headers["Location"] = [|name|];""",
        """Response.Headers.Append("Location", [|name|]);""",
        """return Redirect([|"https://" + name|]);""",
        """return Redirect([|Request.Query["returnUrl"]|]!);""",
        """return Redirect([|name ?? "/"|]);""",
        """var target = name; if (flag) target = "/"; return Redirect([|target|]);""",
        """if (Url.IsLocalUrl(folder)) return Redirect([|name|]);""",
        """if (!Url.IsLocalUrl(name)) return Redirect([|name|]);""",
        """if (Url.IsLocalUrl(name)) { name = folder; return Redirect([|name|]); }""",
        """if (Url.IsLocalUrl(name) || flag) return Redirect([|name|]);""",
        """if (name.StartsWith("http")) return Redirect([|name|]);""",
        """if (name.StartsWith("https://shop.example.com")) return Redirect([|name|]);""",
    ];

    public static TheoryData<string> Markup =>
    [
        """html.Raw([|name|]);""",
        """_ = new HtmlString([|$"<b>{name}</b>"|]);""",
        """_ = new MarkupString([|name|]);""",
        """return Content([|$"<b>{name}</b>"|], "text/html");""",
        """return Content([|name|], "text/html; charset=utf-8");""",
        """return Results.Content([|$"<b>{name}</b>"|], "text/html");""",
        """return Results.Text([|name|], "text/html");""",
        """return TypedResults.Content([|name|], contentType: "text/html");""",
        """return new ContentResult { Content = [|name|], ContentType = "text/html" };""",
        """await Response.WriteAsync([|$"<p>{name}</p>"|]);""",
        """Response.ContentType = "text/html"; await Response.WriteAsync([|name|]);""",
        """var page = "<p>" + name + "</p>"; await Response.WriteAsync([|page|]);""",
        """new HtmlContentBuilder().AppendHtml([|name|]);""",
        """new HtmlContentBuilder().SetHtmlContent([|name|]);""",
    ];

    public static TheoryData<string> Types =>
    [
        """_ = new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = [|Newtonsoft.Json.TypeNameHandling.All|] };""",
        """var s = new Newtonsoft.Json.JsonSerializer(); s.TypeNameHandling = [|Newtonsoft.Json.TypeNameHandling.Auto|];""",
        """MessagePack.MessagePackSerializer.Typeless.Deserialize([|Request.Body|]);""",
        """JsonSerializer.Deserialize("{}", [|Type.GetType(name)|]!);""",
        """_ = new System.Xml.Serialization.XmlSerializer([|Type.GetType(name)|]!);""",
        """var type = Type.GetType(item.Name); Newtonsoft.Json.JsonConvert.DeserializeObject("{}", [|type|]);""",
        """var type = Assembly.GetExecutingAssembly().GetType(name)!; _ = new System.Runtime.Serialization.DataContractSerializer([|type|]);""",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public Task Reports_commands(string statements) => InputFlow.Verify(RuleCatalog.RequestDataReachesCommand).Reports(InputFlow.InAction(statements));

    [Theory]
    [MemberData(nameof(Queries))]
    public Task Reports_queries(string statements) => InputFlow.Verify(RuleCatalog.QueryIsBuiltFromInput).Reports(InputFlow.InAction(statements));

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Reports_paths(string statements) => InputFlow.Verify(RuleCatalog.RequestDataReachesPath).Reports(InputFlow.InAction(statements));

    [Theory]
    [MemberData(nameof(Urls))]
    public Task Reports_urls(string statements) => InputFlow.Verify(RuleCatalog.RequestDataControlsUrl).Reports(InputFlow.InAction(statements, """private static string Address(string host) => $"https://{host}/items";"""));

    [Theory]
    [MemberData(nameof(Redirects))]
    public Task Reports_redirects(string statements) => InputFlow.Verify(RuleCatalog.OpenRedirect).Reports(InputFlow.InAction(statements));

    [Theory]
    [MemberData(nameof(Markup))]
    public Task Reports_markup(string statements) => InputFlow.Verify(RuleCatalog.HtmlIsNotEncoded).Reports(InputFlow.InAction(statements));

    [Fact]
    public Task Reports_names_of_types_in_attributes() => InputFlow.Verify(RuleCatalog.DataChoosesType).Reports("""
        using Newtonsoft.Json;
        public class Envelope
        {
            [JsonProperty(TypeNameHandling = [|TypeNameHandling.All|])] public object? Body { get; set; }
            [JsonProperty(TypeNameHandling = TypeNameHandling.None)] public object? Head { get; set; }
        }
        """);

    [Theory]
    [MemberData(nameof(Types))]
    public Task Reports_types(string statements) => InputFlow.Verify(RuleCatalog.DataChoosesType).Reports(InputFlow.InAction(statements));

    public static TheoryData<string, string> Sources => new()
    {
        { "name", "The parameter 'name' of POST /…/items/{id}" },
        { "item.Name", "'item.Name'" },
        { "Request.Query[\"q\"]", "The query string's 'q'" },
        { "Request.Headers[\"X-Name\"]", "The header 'X-Name'" },
        { "Request.Headers.Referer", "The header 'Referer'" },
        { "Request.Cookies[\"c\"]", "The cookie 'c'" },
        { "Request.Form[\"f\"]", "The form's 'f'" },
        { "Request.RouteValues[\"id\"]", "The route value 'id'" },
        { "file.FileName", "The uploaded file's 'FileName'" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public Task Names_the_source_in_the_users_words(string source, string words)
    {
        var verify = InputFlow.Verify(RuleCatalog.RequestDataReachesCommand);
        return verify.Ignores(InputFlow.InAction($$"""Process.Start("convert", {|#0:$"-i {{{source}}}"|});"""), test =>
        {
            test.ExpectedDiagnostics.Add(verify.Expected.WithLocation(0).WithArguments(words, "Start").WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));
        });
    }

    [Fact]
    public Task Other_input_is_a_suggestion()
    {
        var verify = InputFlow.Verify(RuleCatalog.RequestDataReachesCommand);
        return verify.Ignores(InputFlow.InAction("""Process.Start("convert", {|#0:Environment.GetEnvironmentVariable("ARGS")|}!); Process.Start("convert", Console.Title.Length + "");"""), test =>
            test.ExpectedDiagnostics.Add(verify.Expected.WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithArguments("The environment variable 'ARGS'", "Start")));
    }
}
