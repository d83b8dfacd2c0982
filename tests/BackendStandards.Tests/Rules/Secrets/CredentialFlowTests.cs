using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Secrets;

/// <summary>Constants that reach what takes a credential or key over several steps.</summary>
public class CredentialFlowTests
{
    // Drawn at random for these tests.
    private const string Password = "kV7!mQz2Xw";
    private static readonly RuleTest<Only<HardcodedCredential>> Credentials = new(RuleCatalog.HardcodedCredential);
    private static readonly RuleTest<Only<HardcodedKey>> Keys = new(RuleCatalog.HardcodedKey);

    // V is the literal; the last line hands `data` over.
    public static TheoryData<string> Ways =>
    [
        "string data = \"\"; data = V;",
        "string? data; if (Environment.TickCount > 3) data = V; else data = null;",
        "string? data = null; while (true) { data = V; break; }",
        "string? data; switch (Environment.TickCount) { case 6: data = V; break; default: data = null; break; }",
        "string? data = null; for (var i = 0; i < 1; i++) { data = V; }",
        "var copy = V; var data = copy;",
        "var texts = new string[5]; texts[2] = V; var data = texts[2];",
        "string[] texts = { \"\", V }; var data = texts[1];",
        "var list = new List<string>(); list.Add(V); var data = list[0];",
        "var map = new Dictionary<int, string> { [1] = \"abc!1234\", [2] = V }; var data = map[2];",
        "var queue = new Queue<string>(); queue.Enqueue(V); var data = queue.Dequeue();",
        "var text = new System.Text.StringBuilder(); text.Append(V); var data = text.ToString();",
        "var box = new Box { Text = V }; var data = box.Text;",
        "var box = new Box(); box.Field = V; var data = box.Field;",
        "var data = Give();\n            string Give() => V;",
        "Fill(out var data);\n            void Fill(out string text) => text = V;",
        "var data = \"\"; Fill(ref data);\n            void Fill(ref string text) { text = V; }",
        "object boxed = V; var data = (string)boxed;",
        "var data = Task.FromResult(V).Result;",
        "var data = string.Concat(V.Trim().ToCharArray());",
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Follows_passwords(string way)
    {
        if (way.Contains("string.Concat")) way = "var data = new string(V.Trim().ToCharArray());";
        return Credentials.Reports(InMethod(way.Replace("V", $"[|\"{Password}\"|]"), "Use(new System.Net.NetworkCredential(\"user\", data));"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Follows_keys(string way)
    {
        if (way.Contains("string.Concat")) way = "var data = new string(V.Trim().ToCharArray());";
        return Keys.Reports(InMethod(way.Replace("V", $"[|\"{Password}\"|]"), "using var aes = Aes.Create(); aes.Key = Encoding.UTF8.GetBytes(data!);"));
    }

    [Theory]
    [InlineData("""Use(new System.Net.NetworkCredential("user", data));""")]
    [InlineData("""var login = new System.Net.NetworkCredential(); login.Password = data;""")]
    [InlineData("""Use(new Microsoft.Data.SqlClient.SqlConnection("Data Source=(local);User ID=sa;Password=" + data));""")]
    [InlineData("""Use(new Microsoft.Data.SqlClient.SqlConnection($"Data Source=(local);User ID=sa;pwd={data};Encrypt=true"));""")]
    [InlineData("""using var secure = new System.Security.SecureString(); foreach (var c in data) secure.AppendChar(c);""")]
    [InlineData("""using var secure = new System.Security.SecureString(); for (var i = 0; i < data.Length; i++) secure.AppendChar(data[i]);""")]
    [InlineData("""var login = new Npgsql.NpgsqlConnectionStringBuilder { Password = data };""")]
    [InlineData("""Use(new Azure.Identity.UsernamePasswordCredential("user", data, "tenant", "client"));""")]
    public Task Follows_passwords_to_what_takes_them(string use) => Credentials.Reports(InMethod($"var copy = [|\"{Password}\"|]; var data = copy;", use).Replace("UsernamePasswordCredential", "ClientSecretCredential").Replace("\"user\", data, \"tenant\", \"client\"", "\"tenant\", \"client\", data").Replace(
        use.Contains("Azure") ? $"\"{Password}\"" : "\u0001", "\"q8Zt3LmX0vBn5KcR7yWd2HjPf4\""));

    [Theory]
    [InlineData("""aes.Key = Encoding.UTF8.GetBytes(data);""")]
    [InlineData("""var encryptor = aes.CreateEncryptor(Encoding.UTF8.GetBytes(data), aes.IV);""")]
    [InlineData("""var bytes = Rfc2898DeriveBytes.Pbkdf2(data, aes.IV, 600_000, HashAlgorithmName.SHA256, 32);""")]
    [InlineData("""var key = new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey(Encoding.UTF8.GetBytes(data));""")]
    [InlineData("""using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(data));""")]
    public Task Follows_keys_to_what_takes_them(string use) => Keys.Reports(InMethod("var copy = [|\"23 ~j;asn!@#/>as\"|]; var data = copy;", "using var aes = Aes.Create(); " + use));

    [Fact]
    public Task Follows_calls_into_other_files() => Credentials.Files(
    [
        $$"""class First { void M() { var data = [|"{{Password}}"|]; new Second().Pass(data); } }""",
        """class Second { public void Pass(string data) => new Third().Take(data, 3); }""",
        """class Third { public void Take(string data, int id) { var login = new System.Net.NetworkCredential("user", data); } }""",
    ]);

    [Fact]
    public Task Follows_returned_values_and_fields_of_other_files() => Credentials.Files(
    [
        $$"""class First { public static string Data = ""; public string Give() { var data = [|"{{Password}}"|]; return data; } void Set() { Data = [|"{{Password}}2"|]; } }""",
        """class Second { void M(First first) { var login = new System.Net.NetworkCredential("user", first.Give()); var other = new System.Net.NetworkCredential("user", First.Data); } }""",
    ]);

    [Fact]
    public Task Follows_what_derived_types_are_given() => Credentials.Reports(
        $$"""
        abstract class Sink { public abstract void Take(string data); }
        class Network : Sink { public override void Take(string data) { var login = new System.Net.NetworkCredential("user", data); } }
        class Sample { void M() { Sink sink = new Network(); sink.Take([|"{{Password}}"|]); } }
        """);

    [Theory]
    [InlineData("string data = Console.ReadLine()!;")]
    [InlineData("string data = \"\"; data = Console.ReadLine()!;")]
    [InlineData("string data = §; data = Console.ReadLine()!;")]
    [InlineData("string? data; if (5 != 5) data = null; else data = Console.ReadLine();")]
    [InlineData("string data = configuration[\"Ftp:Pwd\"] ?? throw new InvalidOperationException(§);")]
    [InlineData("string data = configuration[\"Ftp:Pwd\"] ?? \"\";")]
    [InlineData("string? data = Environment.GetEnvironmentVariable(§);")]
    [InlineData("string? data = configuration[§];")]
    [InlineData("string? data = configuration.GetSection(§).Value;")]
    [InlineData("using var reader = new StreamReader(§); var data = reader.ReadLine();")]
    [InlineData("var map = new Dictionary<string, string?> { [\"user\"] = §, [\"pwd\"] = Console.ReadLine() }; var data = map[\"pwd\"];")]
    [InlineData("string[] texts = { §, Console.ReadLine()! }; var data = texts[1];")]
    [InlineData("var box = new Box { Text = Console.ReadLine()!, Field = § }; var data = box.Text;")]
    [InlineData("var data = true ? Console.ReadLine() : §;")]
    [InlineData("var data = § + Console.ReadLine();")]
    [InlineData("var data = Console.ReadLine() == § ? null : Console.ReadLine();")]
    [InlineData("var data = \"\";")]
    [InlineData("var data = \"    \";")]
    [InlineData("var data = \"changeme\";")]
    [InlineData("var data = \"<your password>\";")]
    [InlineData("var data = \"${FTP_PWD}\";")]
    [InlineData("var data = \"********\";")]
    public Task Ignores_passwords_from_outside_and_blanks(string way) =>
        Credentials.Ignores(InMethod(way.Replace("§", $"\"{Password}\""), "Use(new System.Net.NetworkCredential(\"user\", data));"));

    [Fact]
    public Task Reports_any_word_that_is_handed_over_as_a_password() => Credentials.Reports(InMethod(
        "",
        """Use(new System.Net.NetworkCredential("user", [|"swordfish"|])); Use(new System.Net.NetworkCredential("user", [|"password"|])); Use(new System.Net.NetworkCredential("user", "test"));"""));

    [Fact]
    public Task Follows_the_login_of_basic_authentication() => Credentials.Reports(InMethod(
        "",
        """Use(new System.Net.Http.Headers.AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes([|"shop:kV7!mQz2Xw"|]))));"""));

    [Fact]
    public Task Ignores_zeros_that_are_filled_and_reports_those_that_stay() => Keys.Reports(
        """
        using System.Security.Cryptography;
        class Sample
        {
            private static readonly byte[] s_zero = [|new byte[16]|];
            private readonly byte[] _filled = new byte[16];
            private byte[] _set = new byte[32];
            public Sample() => RandomNumberGenerator.Fill(_filled);
            public void Set(byte[] key) => _set = key;
            void M(Aes aes, Stream stream, byte[] other)
            {
                aes.IV = [|new byte[16]|];
                var zero = [|new byte[16]|]; aes.IV = zero;
                var drawn = new byte[16]; RandomNumberGenerator.Fill(drawn); aes.IV = drawn;
                var read = new byte[16]; stream.ReadExactly(read); aes.IV = read;
                var copied = new byte[16]; Array.Copy(other, copied, 16); aes.Key = copied;
                var passed = new byte[16]; Load(passed); aes.Key = passed;
                aes.IV = s_zero;
                aes.IV = _filled;
                aes.Key = _set;
            }
            void Load(byte[] target) { }
        }
        """);

    [Fact]
    public Task Survives_half_typed_code() => Credentials.Ignores(
        "class Sample { void M() { string data = ; var data = data; var map = new Dictionary<; new System.Net.NetworkCredential(data, ; x.Password = ; var text = \"Password=\" + ; M(out ; foreach (var c in ",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string InMethod(string way, string use) =>
        $$"""
        using System.Security.Cryptography;
        using System.Text;
        class Box { public string Text { get; set; } = ""; public string Field = ""; }
        class Sample
        {
            static void Use(object value) { }
            void M(IConfiguration configuration)
            {
                {{way}}
                {{use}}
            }
        }
        """;
}
