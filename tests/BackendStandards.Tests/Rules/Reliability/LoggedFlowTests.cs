using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

/// <summary>BST6001 on values that reach the log under another name.</summary>
public class LoggedFlowTests
{
    private static readonly RuleTest<Only<SensitiveValueLogged>> Verify = new(RuleCatalog.SensitiveValueLogged);

    [Theory]
    [InlineData("""var x = user.Password; logger.LogInformation("x {X}", [|x|]);""")]
    [InlineData("""var x = user.Password; var y = "is " + x; logger.LogInformation("y {Y}", [|y|]);""")]
    [InlineData("""var x = user.Password; logger.LogInformation("x " + [|x|]);""")]
    [InlineData("""var x = user.Password; logger.LogInformation($"x {[|x|]}");""")]
    [InlineData("""var x = ""; if (id > 0) x = user.Password; Console.WriteLine([|x|]);""")]
    [InlineData("""string x; if (id > 0) { x = user.Password; } else { x = "none"; } System.Diagnostics.Trace.WriteLine([|x|]);""")]
    [InlineData("""var x = Pass(user.Password); Console.WriteLine([|x|]);""")]
    [InlineData("""Console.WriteLine([|Pass(user.Password)|]);""")]
    [InlineData("""var x = System.Text.Encoding.UTF8.GetBytes(user.Password); var y = System.Text.Encoding.UTF8.GetString(x); Console.WriteLine([|y|]);""")]
    [InlineData("""var list = new List<string> { user.Password }; var x = list[0]; Console.WriteLine([|x|]);""")]
    [InlineData("""var holder = new Holder { Data = user.Password }; Console.WriteLine([|holder.Data|]);""")]
    [InlineData("""field = user.Password; Console.WriteLine([|field|]);""")]
    [InlineData("""var x = new System.Net.NetworkCredential("u", entered).Password; Console.WriteLine([|x|]);""")]
    [InlineData("""string? password = Console.ReadLine(); var x = password; Console.WriteLine("x " + [|x|]);""")]
    [InlineData("""var x = new System.Net.NetworkCredential("", secure).Password; Console.Error.WriteLine([|x|]);""")]
    [InlineData("""var x = new System.Text.StringBuilder("p=").Append(user.Password).ToString(); Console.WriteLine([|x|]);""")]
    [InlineData("""var x = user.Password; Serilog.Log.Information("x {X}", [|x|]);""")]
    [InlineData("""var x = user.Password; log4net.LogManager.GetLogger("x").InfoFormat("x {0}", [|x|]);""")]
    [InlineData("""var source = new System.Diagnostics.TraceSource("s"); var x = user.Password; source.TraceInformation("x {0}", [|x|]);""")]
    [InlineData("""var x = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(user.Password)); Console.WriteLine([|x|]);""")]
    [InlineData("""var x = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(user.Password)); Console.WriteLine([|x|]);""")]
    public Task Reports_secrets_under_another_name(string body) => Verify.Reports(InMethod(body));

    [Fact]
    public Task Reports_in_the_method_that_is_handed_the_secret_and_points_to_its_source() => Verify.Reports(
        """
        class User { public string Password { get; set; } = ""; }
        class Sample
        {
            void M(ILogger logger, User user) => Store(logger, {|#1:user.Password|});
            void Store(ILogger logger, string data) => logger.LogInformation("data {Data}", {|#0:data|});
        }
        """,
        test => test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithLocation(1).WithArguments("Password", "LogInformation")));

    [Fact]
    public Task Reports_where_a_wrapper_is_called() => Verify.Files(
        [
            """static class Output { public static void WriteLine(string line) => Console.WriteLine(DateTime.Now + " " + line); }""",
            """
            class User { public string Name { get; set; } = ""; public string Password { get; set; } = ""; }
            class Sample { void M(User user) { Output.WriteLine("is " + [|user.Password|]); Output.WriteLine(user.Name); Output.WriteLine("constant"); } }
            """,
        ]);

    [Fact]
    public Task Reports_what_comes_from_another_file() => Verify.Files(
        [
            """class User { public string Password { get; set; } = ""; public string Read() => Password; }""",
            """class Sample { void M(ILogger logger, User user) { var data = user.Read(); logger.LogInformation("data {Data}", [|data|]); } }""",
        ]);

    [Theory]
    [InlineData("""var x = Mask(user.Password); Console.WriteLine(x);""")]
    [InlineData("""var x = HashOf(user.Password); Console.WriteLine(x);""")]
    [InlineData("""var x = Wrapped(user.Password); Console.WriteLine(x);""")]
    [InlineData("""var x = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user.Password))); Console.WriteLine(x);""")]
    [InlineData("""var hashed = HashOf(user.Password); var x = hashed; Console.WriteLine(x);""")]
    [InlineData("""var x = user.Password.Length.ToString(); Console.WriteLine(x);""")]
    [InlineData("""var x = user.Password[..2] + "…"; Console.WriteLine(x);""")]
    [InlineData("""var x = user.Password.Substring(0, 2); Console.WriteLine(x);""")]
    [InlineData("""var x = user.Password == "" ? "missing" : "present"; Console.WriteLine(x);""")]
    [InlineData("""var x = user.Password; x = "none"; Console.WriteLine(x);""")]
    [InlineData("""var x = user.Password; Console.WriteLine(user.Name); Use(x);""")]
    [InlineData("""if (cache.TryGetValue(user.Password, out var x)) Console.WriteLine(x);""")]
    [InlineData("""var x = await client.GetStringAsync("https://example.com/?p=" + user.Password); Console.WriteLine(x);""")]
    [InlineData("""var holder = new Holder { Data = "x", Other = user.Password }; Console.WriteLine(holder.Data);""")]
    [InlineData("""var tokenId = Pass(user.Password); Console.WriteLine(tokenId);""")]
    [InlineData("""var password = "none"; var x = password; Console.WriteLine(x);""")]
    [InlineData("""var x = user.Name; Console.WriteLine(x);""")]
    public Task Ignores_what_no_longer_is_the_secret(string body) => Verify.Ignores(InMethod(body));

    private static string InMethod(string body) =>
        $$"""
        class User { public string Name { get; set; } = ""; public string Password { get; set; } = ""; }
        class Holder { public string Data { get; set; } = ""; public string Other { get; set; } = ""; }
        class Sample
        {
            private string field = "";
            static string Pass(string value) => value;
            static string Mask(string value) => new('*', value.Length);
            static string HashOf(string value) => value.GetHashCode().ToString();
            static string Wrapped(string value) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(value)));
            static void Use(string value) { }
            async Task M(ILogger logger, User user, int id, string entered, System.Security.SecureString secure, Dictionary<string, string> cache, HttpClient client)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """;
}
