using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Secrets;

/// <summary>Which constants of a document are looked for in the files that take keys, and what that costs where there are none.</summary>
public class ConstantUsesTests
{
    private const string Usings = "using System.Security.Cryptography; using System.Text; ";

    // A constant that no look at its own text would tell for a key.
    private const string Constants = "public static class Settings { public const string Phrase = \"open sesame now\"; public static string Name => \"the shop of ours\"; }";

    [Theory]
    [InlineData("HMACSHA256.HashData(Encoding.UTF8.GetBytes(Settings.Phrase), body);")]
    [InlineData("var phrase = Settings.Phrase; HMACSHA256.HashData(Encoding.UTF8.GetBytes(phrase), body);")]
    [InlineData("string phrase; phrase = Settings.Phrase; HMACSHA256.HashData(Encoding.UTF8.GetBytes(phrase), body);")]
    [InlineData("var (phrase, _) = (Settings.Phrase, 1); foreach (var part in new[] { Settings.Phrase }) HMACSHA256.HashData(Encoding.UTF8.GetBytes(part), body);")]
    [InlineData("Sign(Settings.Phrase, body); void Sign(string phrase, byte[] text) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(phrase), text);")]
    [InlineData("HMACSHA256.HashData(Encoding.UTF8.GetBytes(Phrase()), body); string Phrase() => Settings.Phrase;")]
    [InlineData("Fill(out var phrase); HMACSHA256.HashData(Encoding.UTF8.GetBytes(phrase), body); void Fill(out string text) => text = Settings.Phrase;")]
    [InlineData("var phrases = new System.Collections.Generic.List<string>(); phrases.Add(Settings.Phrase); HMACSHA256.HashData(Encoding.UTF8.GetBytes(phrases[0]), body);")]
    [InlineData("HMACSHA256.HashData(new Holder(Settings.Phrase).Bytes, body); } sealed record Holder(string Text) { public byte[] Bytes => Encoding.UTF8.GetBytes(Text);")]
    [InlineData("Holder one = new(Settings.Phrase); HMACSHA256.HashData(one.Bytes, body); } sealed record Holder(string Text) { public byte[] Bytes => Encoding.UTF8.GetBytes(Text);")]
    [InlineData("HMACSHA256.HashData(new Holder { Text = Settings.Phrase }.Bytes, body); } sealed class Holder { public string Text { get; set; } = \"\"; public byte[] Bytes => Encoding.UTF8.GetBytes(Text);")]
    public void Finds_the_constant_of_another_file_through_whatever_the_file_of_the_sink_declares(string statements)
    {
        var (uses, _, constants) = Uses(statements);

        Assert.Equal("\"open sesame now\"", Assert.Single(uses.In(constants, CancellationToken.None)).Literal.ToString());
    }

    [Theory]
    [InlineData("Log(Settings.Phrase); HMACSHA256.HashData(RandomNumberGenerator.GetBytes(32), body); void Log(string text) { }")]
    [InlineData("HMACSHA256.HashData(Encoding.UTF8.GetBytes(new Person().Name), body); } sealed class Person { public string Name { get; } = System.Guid.NewGuid().ToString();")]
    public void Binds_nothing_where_the_sinks_ask_for_another_of_the_name_or_for_none(string statements)
    {
        var (uses, code, constants) = Uses(statements);

        Assert.Empty(uses.In(constants, CancellationToken.None));
        Assert.Equal(0, code.BoundMembers);
    }

    private static (ConstantUses Uses, CodeBase Code, SyntaxTree Constants) Uses(string statements)
    {
        var constants = Sources.Tree(Constants, "Settings.cs");
        var compilation = Sources.Compile(Usings + "public class Signer { public void Run(byte[] body) { " + statements + " } }").AddSyntaxTrees(constants);
        Assert.Empty(compilation.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error).Select(fault => fault.ToString()));
        var code = new CodeBase(compilation);
        return (ConstantUses.AsKeys(code, new SourceReferences(code)), code, constants);
    }
}
