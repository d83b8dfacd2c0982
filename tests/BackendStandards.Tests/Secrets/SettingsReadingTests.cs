using BackendStandards.Analyzers.Secrets.Settings;

namespace BackendStandards.Tests.Secrets;

public class SettingsReadingTests
{
    [Fact]
    public void Reads_json_with_comments_commas_and_a_byte_order_mark() => Assert.Equal(
        ["Smtp:Host = mail", "Smtp:Password = a\"b\\c\n\u00e9", "List:0 = x", "List:1:Key = y", "Twice = 1", "Twice = 2", "After = z"],
        Read("appsettings.json", "\uFEFF" + """
            {
              // a comment with "quotes": {
              "Smtp": { "Host": "mail", /* and "another" */ "Password": "a\"b\\c\n\u00e9", "Port": 25, },
              "List": [ "x", { "Key": "y" }, ],
              "Twice": "1", "Twice": "2",
              "After": "z"
            }
            """));

    [Theory]
    [InlineData("{ \"a\": \"b")]
    [InlineData("{ \"a\": { \"b\": [")]
    [InlineData("}}]]\"")]
    [InlineData("{ \"a\" \"b\" : : , \"c\": \"\\u12")]
    [InlineData("/* open")]
    [InlineData("")]
    [InlineData("\\")]
    public void Reads_half_typed_json(string text) => Assert.NotNull(Read("appsettings.json", text));

    [Fact]
    public void Stops_at_json_that_nests_too_deep() => Assert.Empty(Read("appsettings.json", new string('[', 100_000) + "\"a\""));

    [Fact]
    public void Places_json_values_with_their_quotes()
    {
        const string Text = """{ "Key": "value" }""";
        var entry = Assert.Single(SettingsFile.Of("appsettings.json")!.Read(Text));
        Assert.Equal("\"value\"", Text.Substring(entry.Span.Start, entry.Span.Length));
    }

    [Fact]
    public void Reads_xml_settings_attributes_and_elements() => Assert.Equal(
        ["Smtp:Pwd = a&b", "Orders = Server=x", "add:providerName = y", "network:password = z", "ApiKey = t"],
        Read("web.config", """
            <?xml version="1.0"?>
            <configuration>
              <!-- <add key="Old" value="no"/> -->
              <appSettings><add key="Smtp:Pwd" value="a&amp;b" /></appSettings>
              <connectionStrings><add name="Orders" connectionString='Server=x' providerName="y"/></connectionStrings>
              <network password="z"/>
              <ApiKey> t </ApiKey>
              <empty/>
            </configuration>
            """));

    [Theory]
    [InlineData("<add key=\"a")]
    [InlineData("<add key= value")]
    [InlineData("<")]
    [InlineData("<<<>>")]
    [InlineData("<!-- open")]
    [InlineData("<a b=\"c\"")]
    [InlineData("<a>")]
    public void Reads_half_typed_xml(string text) => Assert.NotNull(Read("web.config", text));

    [Fact]
    public void Reads_environment_files() => Assert.Equal(
        ["A = 1", "B = two words", "C = d", "E = f#g", "H = i"],
        Read(".env", "A=1\n# X=1\nexport B=\"two words\" # note\nC=d # note\n\nE=f#g\nF=\n= x\nH='i'\r\n"));

    [Fact]
    public void Reads_compose_files() => Assert.Equal(
        ["image = shop:1", "A = b", "C = d"],
        Read("docker-compose.yml", "services:\n  shop:\n    image: shop:1\n    environment:\n      - A=b\n      - \"C=d\"\n      # X=y\n"));

    [Theory]
    [InlineData("a/appsettings.json", false)]
    [InlineData("a/appsettings.Production.json", false)]
    [InlineData("a/appsettings.Staging.json", false)]
    [InlineData("a\\appsettings.Development.json", true)]
    [InlineData("a/appsettings.Local.json", true)]
    [InlineData("a/appsettings.Testing.json", true)]
    [InlineData("a/Properties/launchSettings.json", true)]
    [InlineData("a/.env", false)]
    [InlineData("a/.env.example", true)]
    [InlineData("a/docker-compose.override.yml", true)]
    [InlineData("a/web.config", false)]
    public void Knows_which_files_are_for_the_own_machine(string path, bool expected) => Assert.Equal(expected, SettingsFile.Of(path)!.IsOwnMachine);

    [Theory]
    [InlineData("a/readme.md")]
    [InlineData("noextension")]
    [InlineData("")]
    public void Reads_no_other_files(string path) => Assert.Null(SettingsFile.Of(path));

    private static List<string> Read(string name, string text) => [.. SettingsFile.Of(name)!.Read(text).Select(entry => $"{entry.Path} = {entry.Value}")];
}
