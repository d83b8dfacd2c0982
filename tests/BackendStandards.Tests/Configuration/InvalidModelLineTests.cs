using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.Analyzers.Rules.Meta;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Configuration;

/// <summary>The user's own models: what their rows do, and what is said of lines that are none.</summary>
public class InvalidModelLineTests
{
    private const string Wrapper = """
        public static class Database { public static void Run(string text) => throw new NotSupportedException(text); public static string Quoted(string name) => name; public static string Asked() => ""; }
        """;

    private static readonly RuleTest<InvalidModelLine> Lines = new(RuleCatalog.InvalidModelLine);
    private static readonly RuleTest<Only<FlowAnalysis>> Flows = new(RuleCatalog.RequestDataReachesSql);

    [Theory]
    [InlineData("{|#0:sinks sql A.B|}", "'sinks sql A.B' is no row")]
    [InlineData("  {|#0:sink sql|}", "'sink sql' is no row")]
    [InlineData("{|#0:sink sqll A.B(c)|}", "'sqll' is no kind of sink")]
    [InlineData("{|#0:source requests A.B|}", "'requests' is no tier of a source")]
    [InlineData("{|#0:harmless sql,htm A.B|}", "'htm' is no kind of sink")]
    [InlineData("{|#0:pass A.B(this|}", "'pass A.B(this' is no row")]
    [InlineData("{|#0:sink sql A.new|}", "a constructor that is a sink needs the name of the parameter")]
    [InlineData("{|#0:\u0001\uFFFD|}", "'?\uFFFD' is no row")]
    public Task Reports_a_line_that_is_no_row_on_that_line(string line, string fault) => Lines.Ignores("class C;", test =>
    {
        test.TestState.AdditionalFiles.Add(("backend.model", $"# own\nsink sql A.B(c)\n{line}\npass A.B(this)\n"));
        test.ExpectedDiagnostics.Add(Lines.Expected.WithLocation(0).WithArguments(fault switch
        {
            _ when fault.EndsWith("no row", StringComparison.Ordinal) => fault + InvalidModelLine.Form,
            _ when fault.EndsWith("kind of sink", StringComparison.Ordinal) => $"{fault}: use one of {string.Join(", ", FlowRules.Kinds)}",
            _ when fault.EndsWith("a source", StringComparison.Ordinal) => fault + ": use 'request' or 'external'",
            _ => fault,
        }));
    });

    [Theory]
    [InlineData("")]
    [InlineData("# a comment\r\n\r\nsink sql A.B(c)\r\nguard redirect A.C(url)\r\nharmless html,markup A.D\r\nsource external A.*\r\nconcat A.E\r\nmutate A.F")]
    public Task Ignores_rows_comments_and_empty_lines(string text) => Lines.Ignores("class C;", test => test.TestState.AdditionalFiles.Add(("x/backend.model", text)));

    [Fact]
    public Task Ignores_other_files() => Lines.Ignores("class C;", test => test.TestState.AdditionalFiles.Add(("notes.txt", "anything")));

    [Fact]
    public Task A_row_makes_a_wrapper_a_sink_and_another_a_sanitizer_and_a_bad_line_loses_neither() => Flows.Reports(
        "var app = WebApplication.Create(); app.MapGet(\"/\", (string name) => { Database.Run([|\"SELECT \" + name|]); Database.Run(\"SELECT \" + Database.Quoted(name)); Database.Run([|\"SELECT \" + Database.Asked()|]); });\n" + Wrapper,
        test => test.TestState.AdditionalFiles.Add(("backend.model", "sink sql Database.Run(text)\nnonsense\nharmless Database.Quoted\nsource request Database.Asked\n")));

    [Fact]
    public Task Without_rows_the_wrapper_is_what_its_body_says() => Flows.Ignores("var app = WebApplication.Create(); app.MapGet(\"/\", (string name) => { Database.Run(\"SELECT \" + name); });\n" + Wrapper);
}
