using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Security;

/// <summary>What the rules of the form "request data reaches …" must leave alone.</summary>
public class InputTrapTests
{
    public static TheoryData<string> SafeCommands =>
    [
        """var start = new ProcessStartInfo("convert"); start.ArgumentList.Add("-i"); start.ArgumentList.Add(name); Process.Start(start);""",
        """Process.Start("convert", new[] { "-i", name });""",
        """await CliWrap.Cli.Wrap("convert").WithArguments(["-i", name]).ExecuteAsync();""",
        """await CliWrap.Cli.Wrap("convert").WithArguments(arguments => arguments.Add("-i").Add(name)).ExecuteAsync();""",
        """Medallion.Shell.Command.Run("convert", "-i", name);""",
        """Process.Start("convert", $"-i {id} {key} {sort}");""",
        """Process.Start("convert", "-i " + int.Parse(name));""",
        """var mode = name switch { "fast" => "-f", _ => "-s" }; Process.Start("convert", mode);""",
        """if (name is not ("png" or "jpg")) return null; Process.Start("convert", $"-t {name}");""",
        """Process.Start("convert", Known[name]);""",
        """if (!Known.ContainsKey(name)) return null; Process.Start("convert", name);""",
        """Process.Start(configuration["Tools:Convert"]!);""",
    ];

    public static TheoryData<string> SafeQueries =>
    [
        """_ = new DirectorySearcher { Filter = $"(uid={Microsoft.Security.Application.Encoder.LdapFilterEncode(name)})" };""",
        """_ = new DirectorySearcher { Filter = $"(employeeNumber={id})" };""",
        """xml.SelectSingleNode($"//user[@id='{id}']");""",
        """xml.SelectSingleNode($"//user[@name='{System.Security.SecurityElement.Escape(name)}']");""",
        """xml.SelectSingleNode($"//{Known[name]}");""",
        """document.Descendants("user").FirstOrDefault(user => (string?)user.Attribute("name") == name);""",
        """mongo.Find(Builders<Item>.Filter.Eq(one => one.Name, name)).ToList();""",
        """mongo.Find(one => one.Name == name).ToList();""",
        """mongo.Find(new BsonDocument("Name", name)).ToList();""",
        """mongoDatabase.GetCollection<BsonDocument>("items").InsertOne(BsonDocument.Parse(name));""",
        """mongo.Find($"{{ Id: {id} }}").ToList();""",
        """mongo.Find(BsonDocument.Parse($"{{ Name: {JsonSerializer.Serialize(name)} }}")).ToList();""",
        """redis.ScriptEvaluate("return redis.call('get', KEYS[1])", [name], [folder]);""",
        """items.Where("Name == @0", name).ToList();""",
        """items.OrderBy(Known[name]).ToList();""",
        """items.OrderBy(name switch { "name" => "Name", _ => "Id" }).ToList();""",
        """items.OrderBy($"{sort} desc").ToList();""",
        """items.Where(one => one.Name == name).ToList();""",
    ];

    public static TheoryData<string> SafePaths =>
    [
        """System.IO.File.ReadAllText(Path.Combine("/srv", Path.GetFileName(name)));""",
        """System.IO.File.ReadAllText(Path.Combine("/srv", Path.GetFileNameWithoutExtension(name) + ".txt"));""",
        """System.IO.File.Create(Path.Combine("/srv", Guid.NewGuid() + Path.GetExtension(file.FileName)));""",
        """System.IO.File.ReadAllText($"/srv/{id}.txt");""",
        """System.IO.File.ReadAllText($"/srv/{key}.txt");""",
        """System.IO.File.ReadAllText($"/srv/{sort}.txt");""",
        """System.IO.File.ReadAllText(Path.Combine("/srv", Known[name]));""",
        """var full = Path.GetFullPath(Path.Combine("/srv", name)); if (!full.StartsWith("/srv/", StringComparison.Ordinal)) return null; return System.IO.File.ReadAllText(full);""",
        """var full = Path.GetFullPath(Path.Combine("/srv", name)); if (full.StartsWith("/srv/")) return System.IO.File.ReadAllText(full);""",
        """System.IO.File.WriteAllText("/srv/fixed.txt", name);""",
        """_ = new FileInfo(name).Extension;""",
        """System.IO.File.ReadAllText(configuration["Data:Path"]!);""",
        """return File(new byte[1], "text/plain", name);""",
        """using var target = new MemoryStream(); await file.CopyToAsync(target);""",
        """return Results.File(new byte[1], fileDownloadName: name);""",
        """if (System.IO.File.Exists(name)) return null;""",
        """if (!IsInside(Path.GetFullPath(name))) return null;""",
        """var full = Path.GetFullPath(name); if (!IsInside(full)) return null; System.IO.File.Delete(full);""",
        """var full = Path.GetFullPath(name); EnsureInside(full); System.IO.File.Delete(full);""",
        """await System.IO.File.ReadAllTextAsync("/srv/a", HttpContext.RequestAborted);""",
        """if (!TryGetExtension(Request.ContentType, out var extension)) return null; System.IO.File.WriteAllText("/srv/splash" + extension, "");""",
        """foreach (var c in Path.GetInvalidFileNameChars()) name = name.Replace(c, '_'); System.IO.File.Delete("/srv/" + name);""",
        """var clean = Path.GetInvalidFileNameChars().Aggregate(name, (text, c) => text.Replace(c, '_')); System.IO.File.Delete("/srv/" + clean);""",
        """System.IO.File.Delete("/srv/" + string.Join("_", name.Split(Path.GetInvalidFileNameChars())));""",
        """if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) return null; System.IO.File.Delete("/srv/" + name);""",
        """System.IO.File.Delete("/srv/" + Cleaned(name));""",
        """System.IO.File.Delete("/srv/" + Spaced(name));""",
        """var clean = Built(name); var full = "/srv/" + clean; System.IO.File.Delete(full);""",
        """using var reader = new StreamReader(Request.Body); await reader.ReadToEndAsync();""",
    ];

    public static TheoryData<string> SafeUrls =>
    [
        """await client.GetAsync($"https://api.example.com/items/{name}");""",
        """await client.GetAsync("https://api.example.com/items/" + Uri.EscapeDataString(name));""",
        """await client.GetAsync($"items/{name}");""",
        """await client.GetAsync($"/items/{name}");""",
        """await client.GetAsync("https://api.example.com?name=" + name);""",
        """await client.GetAsync(string.Format("https://api.example.com/{0}", name));""",
        """await client.GetAsync($"{configuration["Api"]}/items/{name}");""",
        """await client.GetAsync(new Uri($"https://api.example.com/items/{name}"));""",
        """var address = $"https://api.example.com/items/{name}"; await client.GetAsync(address);""",
        """const string root = "https://api.example.com"; await client.GetAsync($"{root}/items/{name}");""",
        """await client.GetAsync(Root + name);""",
        """await client.GetAsync(Address(name));""",
        """await client.GetAsync($"items/{id}");""",
        """await client.PostAsJsonAsync("items", name);""",
        """await client.GetAsync(Known[name]);""",
        """if (name is "https://a.example.com" or "https://b.example.com") await client.GetAsync(name);""",
        """await client.GetAsync($"{Request.Scheme}://{Request.Host}/items");""",
        """var host = flag ? "https://a.example.com/" : "https://b.example.com/"; await client.GetAsync(host + name);""",
        """using var rest = new RestClient("https://api.example.com"); await rest.ExecuteAsync(new RestRequest($"items/{name}"));""",
        """await $"https://api.example.com/{name}".GetStringAsync();""",
        """var uri = new Uri(name); if (uri.Host is "a.example.com" or "b.example.com") await client.GetAsync(uri);""",
        """if (!Uri.TryCreate(name, UriKind.Absolute, out var uri) || !Hosts.Contains(uri.Host)) return null; await client.GetAsync(uri);""",
        """var uri = new Uri(name); if (!uri.Host.EndsWith(".example.com")) return null; await client.GetStringAsync(name);""",
    ];

    public static TheoryData<string> SafeRedirects =>
    [
        """return LocalRedirect(name);""",
        """if (Url.IsLocalUrl(name)) return Redirect(name);""",
        """if (!Url.IsLocalUrl(name)) return BadRequest(); return Redirect(name);""",
        """return Redirect(Url.IsLocalUrl(name) ? name : "/");""",
        """if (!urls.IsLocalUrl(name)) { name = "/"; } return Redirect(name);""",
        """return RedirectToAction(name);""",
        """return Redirect("/items/" + name);""",
        """return Redirect($"~/items/{name}");""",
        """return Redirect($"https://shop.example.com/{name}");""",
        """return Redirect(configuration["Home"]!);""",
        """return Redirect(Url.Action("Run", new { name })!);""",
        """return Redirect($"https://{Request.Host}{Request.Path}{Request.QueryString}");""",
        """return Redirect(Known[name]);""",
        """return Redirect($"/items/{id}");""",
        """Response.Headers["X-Name"] = name;""",
        """Response.Headers.Append("X-Name", name);""",
        """return Created(name, item);""",
        """if (!string.IsNullOrEmpty(item.Name) && Url.IsLocalUrl(item.Name)) return Redirect(item.Name); else if (string.IsNullOrEmpty(item.Name)) return Redirect("~/");""",
        """var isLocal = Url.IsLocalUrl(name); if (isLocal) return Redirect(name);""",
        """var target = "/"; if (Url.IsLocalUrl(name)) target = name; return Redirect(target);""",
        """var target = Url.IsLocalUrl(name) ? name : "/"; return Redirect(target);""",
        """if (!IsGood(name)) throw new ArgumentException("name"); return Redirect(name);""",
        """if (Uri.TryCreate(name, UriKind.Absolute, out var uri) && uri.Host == "shop.example.com") return Redirect(name);""",
        """if (name.StartsWith("https://shop.example.com/")) return Redirect(name);""",
        """if (name.StartsWith("/") && !name.StartsWith("//")) return Redirect(name);""",
        """if (await interaction.GetAuthorizationContextAsync(name) != null) return Redirect(name);""",
        """var context = await interaction.GetAuthorizationContextAsync(item.Name); if (context is null) return null; return Redirect(item.Name);""",
    ];

    public static TheoryData<string> SafeMarkup =>
    [
        """html.Raw(HtmlEncoder.Default.Encode(name));""",
        """html.Raw("<b>" + WebUtility.HtmlEncode(name) + "</b>");""",
        """html.Raw($"<b>{id} {key} {DateTime.Now} {sort}</b>");""",
        """html.Raw(new Ganss.Xss.HtmlSanitizer().Sanitize(name));""",
        """html.Raw($"<b>{nameof(name)}</b>");""",
        """return Content(name);""",
        """return Content(name, "text/plain");""",
        """return Results.Text(name);""",
        """return Results.Content(name, "application/json");""",
        """await Response.WriteAsync(name);""",
        """await Response.WriteAsync($"Hello {name}");""",
        """await Response.WriteAsync($"1 < 2 {name}");""",
        """return new ContentResult { Content = name, ContentType = "text/plain" };""",
        """return Ok($"<b>{name}</b>");""",
        """html.Raw(JsonSerializer.Serialize(item));""",
        """_ = new HtmlString(Known[name]);""",
    ];

    public static TheoryData<string> SafeTypes =>
    [
        """_ = new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = Newtonsoft.Json.TypeNameHandling.None };""",
        """_ = new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = Newtonsoft.Json.TypeNameHandling.Auto, SerializationBinder = new Allowed() };""",
        """_ = new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = flag ? Newtonsoft.Json.TypeNameHandling.None : (Newtonsoft.Json.TypeNameHandling)id };""",
        """JsonSerializer.Deserialize(name, typeof(Item));""",
        """JsonSerializer.Deserialize<Item>(name);""",
        """JsonSerializer.Deserialize("{}", name switch { "item" => typeof(Item), _ => typeof(string) });""",
        """var types = new Dictionary<string, Type> { ["item"] = typeof(Item) }; JsonSerializer.Deserialize("{}", types[name]);""",
        """JsonSerializer.Deserialize("{}", item.GetType());""",
        """_ = new System.Xml.Serialization.XmlSerializer(Type.GetType("Item")!);""",
    ];

    private const string Members = """
        private const string Root = "https://api.example.com/items/";
        private static readonly HashSet<string> Hosts = ["a.example.com"];
        private Duende.IdentityServer.Services.IIdentityServerInteractionService interaction = null!;
        private bool IsGood(string address) { if (address.Length > 200) return false; return Url.IsLocalUrl(address); }
        private static bool IsInside(string path) => path.StartsWith("/srv/", StringComparison.Ordinal) && Path.GetFullPath(path).StartsWith("/srv/");
        private static void EnsureInside(string path) { if (!Path.GetFullPath(path).StartsWith("/srv/", StringComparison.Ordinal)) throw new ArgumentException("path"); }
        private static readonly char[] Invalid = Path.GetInvalidFileNameChars();
        private static readonly char[] Marks = ['"', '<', '>', ':', '\\', '/'];
        private static string Spaced(string name)
        {
            var first = name.IndexOfAny(Marks);
            return first < 0 ? name : string.Create(name.Length, name, (chars, text) => { text.CopyTo(chars); for (var i = 0; i < chars.Length; i++) if (Marks.Contains(chars[i])) chars[i] = ' '; });
        }
        private static string Cleaned(string name) => new(name.Select(c => Invalid.Contains(c) ? '_' : c).ToArray());
        private static string Built(string name) { var text = new StringBuilder(); foreach (var c in name) if (Array.IndexOf(Invalid, c) < 0) text.Append(c); return text.ToString(); }
        private static readonly Dictionary<string, string> Extensions = new() { ["image/png"] = ".png" };
        private static string? ToExtension(string type) { type = type.AsSpan().Trim().ToString(); if (Extensions.TryGetValue(type, out var result)) return result; return null; }
        private static bool TryGetExtension(string? type, out string? extension)
        {
            extension = null;
            if (string.IsNullOrEmpty(type)) return false;
            if (Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType.HasValue) { extension = ToExtension(parsed.MediaType.Value!); return extension is not null; }
            return false;
        }
        private static string Address(string item) => $"https://api.example.com/items/{item}";
        """;

    private const string Types = """public class Allowed : Newtonsoft.Json.Serialization.DefaultSerializationBinder { public override Type BindToType(string? assembly, string type) => type == "Item" ? typeof(Item) : throw new NotSupportedException(); } namespace Duende.IdentityServer.Services { public interface IIdentityServerInteractionService { Task<object?> GetAuthorizationContextAsync(string returnUrl); } } namespace Microsoft.Security.Application { public static class Encoder { public static string LdapFilterEncode(string input) => input.Replace("*", "\\2a"); } }""";

    [Theory]
    [MemberData(nameof(SafeCommands))]
    public Task Ignores_commands(string statements) => Ignores(RuleCatalog.RequestDataReachesCommand, statements);

    [Theory]
    [MemberData(nameof(SafeQueries))]
    public Task Ignores_queries(string statements) => Ignores(RuleCatalog.QueryIsBuiltFromInput, statements);

    [Theory]
    [MemberData(nameof(SafePaths))]
    public Task Ignores_paths(string statements) => Ignores(RuleCatalog.RequestDataReachesPath, statements);

    [Theory]
    [MemberData(nameof(SafeUrls))]
    public Task Ignores_urls(string statements) => Ignores(RuleCatalog.RequestDataControlsUrl, statements);

    [Theory]
    [MemberData(nameof(SafeRedirects))]
    public Task Ignores_redirects(string statements) => Ignores(RuleCatalog.OpenRedirect, statements);

    [Theory]
    [MemberData(nameof(SafeMarkup))]
    public Task Ignores_markup(string statements) => Ignores(RuleCatalog.HtmlIsNotEncoded, statements);

    [Theory]
    [MemberData(nameof(SafeTypes))]
    public Task Ignores_types(string statements) => Ignores(RuleCatalog.DataChoosesType, statements);

    [Theory]
    [InlineData("[System.ComponentModel.DataAnnotations.RegularExpression(\"[a-z0-9]+\")] string name")]
    [InlineData("[System.ComponentModel.DataAnnotations.RegularExpression(@\"^\\w{1,20}$\")] string name")]
    [InlineData("[System.ComponentModel.DataAnnotations.AllowedValues(\"a\", \"b\")] string name")]
    public Task Ignores_parameters_that_a_pattern_checks(string parameter) => InputFlow.Verify(RuleCatalog.RequestDataReachesPath).Ignores(InController(parameter, "System.IO.File.Delete(name)"));

    [Theory]
    [InlineData("[System.ComponentModel.DataAnnotations.RegularExpression(\".+\")] string name")]
    [InlineData("[System.ComponentModel.DataAnnotations.RegularExpression(@\"[a-z./]+\")] string name")]
    [InlineData("[System.ComponentModel.DataAnnotations.StringLength(20)] string name")]
    public Task Reports_parameters_that_a_pattern_lets_through(string parameter) => InputFlow.Verify(RuleCatalog.RequestDataReachesPath).Reports(InController(parameter, "System.IO.File.Delete([|name|])"));

    [Fact]
    public Task Reports_services_behind_interfaces_in_minimal_handlers() => InputFlow.Verify(RuleCatalog.RequestDataReachesPath).Reports("""
        var app = WebApplication.Create();
        app.MapDelete("/files/{name}", (string name, IFiles files) => files.Delete(name));
        app.Run();
        public interface IFiles { void Delete(string name); }
        public class Files : IFiles { public void Delete(string name) => System.IO.File.Delete([|name|]); }
        """);

    private static string InController(string parameter, string body) => $$"""
        using Microsoft.AspNetCore.Mvc;
        [ApiController]
        public class FilesController : ControllerBase
        {
            [HttpDelete("files/{name}")]
            public void Delete({{parameter}}) => {{body}};
        }
        """;

    private static Task Ignores(DiagnosticDescriptor rule, string statements) => InputFlow.Verify(rule).Ignores(InputFlow.InAction(statements, Members, Types));
}
