using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

/// <summary>The fixes of the rules "request data reaches …": what they make, and where they are not offered.</summary>
public class InputFixTests
{
    private static readonly FixTest<Only<FlowAnalysis>, OpenRedirectFix> Redirects = new(RuleCatalog.OpenRedirect);
    private static readonly FixTest<Only<FlowAnalysis>, RequestDataReachesPathFix> Paths = new(RuleCatalog.RequestDataReachesPath);
    private static readonly FixTest<Only<FlowAnalysis>, RequestDataReachesCommandFix> Commands = new(RuleCatalog.RequestDataReachesCommand);
    private static readonly FixTest<Only<FlowAnalysis>, HtmlIsNotEncodedFix> Markup = new(RuleCatalog.HtmlIsNotEncoded);

    private static string In(string statements) => InputFlow.InAction(statements, """private static string Page(string name) => $"<p>{name}</p>";""");

    [Fact]
    public Task Fixes_all_redirects() => Redirects.FixesAll(
        In("""if (flag) return Redirect([|name|]); /* else */ return RedirectPermanent([|name ?? "/"|]); // last"""),
        In("""if (flag) return LocalRedirect(name); /* else */ return LocalRedirectPermanent(name ?? "/"); // last"""));

    [Theory]
    [InlineData("""return Redirect([|"https://" + name|]);""")]
    [InlineData("""return Redirect([|$"https://{name}/x"|]);""")]
    [InlineData("""var to = "https://" + name; return Redirect([|to|]);""")]
    [InlineData("""RedirectResult result = Redirect([|name|]); return result;""")]
    [InlineData("""return new RedirectResult([|name|]);""")]
    [InlineData("""Response.Redirect([|name|]);""")]
    [InlineData("""Response.Headers.Location = [|name|];""")]
    public Task Offers_no_local_redirect(string statements) => Redirects.OffersNoFix(In(statements));

    [Fact]
    public Task Fixes_all_paths() => Paths.FixesAll(
        In("""
            System.IO.File.Delete([|Path.Combine("/srv", folder, /* the name */ name)|]);
                    System.IO.File.Delete([|$"/srv/{name}.txt"|]);
                    var path = "/srv/" + file.FileName; // kept
                    System.IO.File.Delete([|path|]);
                    using var stream = System.IO.File.Create([|path|]);
            """),
        In("""
            System.IO.File.Delete(Path.Combine("/srv", Path.GetFileName(folder), /* the name */ Path.GetFileName(name)));
                    System.IO.File.Delete($"/srv/{Path.GetFileName(name)}.txt");
                    var path = "/srv/" + Path.GetFileName(file.FileName); // kept
                    System.IO.File.Delete(path);
                    using var stream = System.IO.File.Create(path);
            """));

    [Theory]
    [InlineData("""System.IO.File.Delete([|name|]);""")]
    [InlineData("""System.IO.File.Delete([|Path.Combine(name, "a.txt")|]);""")]
    [InlineData("""System.IO.File.Delete([|name + ".txt"|]);""")]
    public Task Offers_no_file_name(string statements) => Paths.OffersNoFix(In(statements));

    [Fact]
    public Task Fixes_all_commands() => Commands.FixesAll(
        In("""
            Process.Start(new ProcessStartInfo("convert") { Arguments = [|$"-size {id} \"{name}\" --out={folder}"|], UseShellExecute = false });
                    var start = new ProcessStartInfo("convert");
                    // the size first
                    start.Arguments = [|"-i " + name|]; // done
                    Process.Start("convert", [|$"-i {name}"|]);
            """),
        In("""
            Process.Start(new ProcessStartInfo("convert") { ArgumentList = { "-size", $"{id}", name, $"--out={folder}" }, UseShellExecute = false });
                    var start = new ProcessStartInfo("convert");
                    // the size first
                    start.ArgumentList.Add("-i");
                    start.ArgumentList.Add(name); // done
                    Process.Start("convert", new[] { "-i", name });
            """));

    [Theory]
    [InlineData("""Process.Start([|name|]);""")]
    [InlineData("""Process.Start("sh", [|$"-x {name}"|]);""")]
    [InlineData("""Process.Start("convert", [|$"-i '{name}'"|]);""")]
    [InlineData("""Process.Start("convert", [|$"-i {name} | wc"|]);""")]
    [InlineData("""Process.Start("convert", [|$"-i \"{name}"|]);""")]
    [InlineData("""var start = new ProcessStartInfo(); start.Arguments = [|$"/c {name}"|];""")]
    [InlineData("""var start = new ProcessStartInfo(); start.Arguments += [|name|];""")]
    public Task Offers_no_argument_list(string statements) => Commands.OffersNoFix(In(statements));

    [Fact]
    public Task Fixes_all_markup() => Markup.FixesAll(
        In("""
            html.Raw([|name|]);
                    html.Raw([|"<p>" + name + "</p>"|]);
                    return Content([|$"<p>{name} {id}</p>"|], "text/html");
            """),
        In("""
            html.Raw(HtmlEncoder.Default.Encode(name));
                    html.Raw("<p>" + HtmlEncoder.Default.Encode(name) + "</p>");
                    return Content($"<p>{HtmlEncoder.Default.Encode(name)} {id}</p>", "text/html");
            """));

    [Fact]
    public Task Fixes_all_names_of_types() => new FixTest<Only<FlowAnalysis>, DataChoosesTypeFix>(RuleCatalog.DataChoosesType).FixesAll(
        In("""_ = new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = [|Newtonsoft.Json.TypeNameHandling.All|] /* why */ };"""),
        In("""_ = new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = Newtonsoft.Json.TypeNameHandling.None /* why */ };"""));

    [Theory]
    [InlineData("""html.Raw([|Page(name)|]);""")]
    [InlineData("""html.Raw([|$"<a href='{name}'>x</a>"|]);""")]
    [InlineData("""html.Raw([|$"<script>var x = '{name}';</script>"|]);""")]
    [InlineData("""html.Raw([|string.Join("", item.Tags)|]);""")]
    public Task Offers_no_encoding(string statements) => Markup.OffersNoFix(In(statements));

    [Fact]
    public Task Chooses_an_ordering_from_the_members() => new FixTest<Only<FlowAnalysis>, NameFromListFix>(RuleCatalog.QueryIsBuiltFromInput).Fixes(
        In("""items.OrderBy([|name|]).ToList(); // sorted"""),
        In("""items.OrderBy(name switch { "id" => "Id", "name" => "Name", _ => "Id" }).ToList(); // sorted"""));

    [Fact]
    public Task Chooses_a_column_from_the_members() => new FixTest<Only<FlowAnalysis>, NameFromListFix>(RuleCatalog.RequestDataReachesSql).Fixes(
        In("""
            // sorted
                    Dapper.SqlMapper.Query<Item>(null!, [|$"SELECT * FROM Items ORDER BY {name}"|]);
            """),
        In("""
            // sorted
                    var nameName = name switch { "id" => "Id", "name" => "Name", _ => "Id" };
                    Dapper.SqlMapper.Query<Item>(null!, $"SELECT * FROM Items ORDER BY {nameName}");
            """));

    [Theory]
    [InlineData("""items.Where([|name|]).ToList();""")]
    [InlineData("""items.OrderBy([|name + " desc"|]).ToList();""")]
    public Task Offers_no_list(string statements) => new FixTest<Only<FlowAnalysis>, NameFromListFix>(RuleCatalog.QueryIsBuiltFromInput).OffersNoFix(In(statements));

    [Fact]
    public Task Refuses_other_hosts() => new FixTest<Only<FlowAnalysis>, RequestDataControlsUrlFix>(RuleCatalog.RequestDataControlsUrl).Fixes(
        In("""
            // fetch
                    await client.GetAsync([|name|]); // done
            """),
        In("""
            // fetch
                    if (!Uri.TryCreate(name, UriKind.Absolute, out var uri) || uri.Host is not "api.example.com")
                        throw new ArgumentException("This host is not allowed.", nameof(name));
                    await client.GetAsync(name); // done
            """));
}
