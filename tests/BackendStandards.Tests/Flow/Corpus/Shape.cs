using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>
/// One way that data takes through a program, in <c>Shapes/Name.cs</c>, as a vulnerable and a safe twin or more. <c>INPUT</c> is a string that somebody
/// outside chooses; <c>SINK(value);</c> gives a value to a sink, <c>QUERY(text);</c> a whole SQL text, and the comment behind it is the label.
/// A line <c>// file: Name.cs</c> begins another file of the same project.
/// </summary>
internal sealed partial class Shape
{
    private readonly ImmutableArray<(string Path, string Text)> _files;

    private Shape(string name, ImmutableArray<(string Path, string Text)> files)
    {
        (Name, _files) = (name, files);
        var twins = ImmutableArray.CreateBuilder<Twin>();
        foreach (var (path, text) in files)
            foreach (var sink in SinksOf(Sources.Tree(text, path).GetRoot()))
                twins.Add(TwinOf(sink, path, twins));
        Twins = twins.ToImmutable();
    }

    public string Name { get; }

    public ImmutableArray<Twin> Twins { get; }

    /// <summary>Whether it holds a whole SQL text, so that it suits no other kind of sink.</summary>
    public bool IsAboutSql => _files.Any(file => file.Text.Contains("QUERY("));

    public bool HasTopLevelStatements => _files.Any(file => Sources.Tree(file.Text, file.Path).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax));

    public static Shape Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var parts = FileLine().Split(File.ReadAllText(path).ReplaceLineEndings("\n"));
        var files = ImmutableArray.CreateBuilder<(string, string)>();
        if (parts[0].Trim().Length > 0) files.Add(($"{name}.cs", parts[0]));
        for (var i = 1; i < parts.Length; i += 2) files.Add(($"{name}/{parts[i]}", parts[i + 1]));
        return new(name, files.ToImmutable());
    }

    /// <summary>The shape's files with a source and a sink in their places, line for line.</summary>
    public IEnumerable<SyntaxTree> With(FlowSource source, FlowSink sink)
    {
        foreach (var (path, text) in _files)
        {
            var root = Sources.Tree(text, path).GetRoot();
            var changes = root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == "INPUT").Select(name => new TextChange(name.Span, source.Expression)).ToList();
            foreach (var statement in SinksOf(root))
            {
                var call = (InvocationExpressionSyntax)statement.Expression;
                var argument = call.ArgumentList.Arguments.Single();
                var (before, after) = Halves(NameOf(call) == "QUERY" ? sink.Statement : sink.Statement.Replace("{0}", sink.Value));
                changes.Add(new(TextSpan.FromBounds(statement.SpanStart, argument.SpanStart), before));
                changes.Add(new(TextSpan.FromBounds(argument.Span.End, statement.Span.End), after));
            }
            yield return Sources.Tree(SourceText.From(text).WithChanges(changes.OrderBy(change => change.Span.Start)).ToString(), path);
        }
    }

    public override string ToString() => Name;

    private static (string Before, string After) Halves(string template) =>
        (template[..template.IndexOf("{0}", StringComparison.Ordinal)], template[(template.IndexOf("{0}", StringComparison.Ordinal) + "{0}".Length)..]);

    private static IEnumerable<ExpressionStatementSyntax> SinksOf(SyntaxNode root) =>
        root.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(statement => statement.Expression is InvocationExpressionSyntax call && NameOf(call) is "SINK" or "QUERY");

    private static string? NameOf(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } ? name.Identifier.ValueText : null;

    private Twin TwinOf(ExpressionStatementSyntax sink, string path, IEnumerable<Twin> earlier)
    {
        var lines = sink.GetLocation().GetLineSpan();
        var label = sink.SyntaxTree.GetText().Lines[lines.EndLinePosition.Line].ToString() is var line && line.LastIndexOf("// ", StringComparison.Ordinal) is >= 0 and var at ? line[(at + "// ".Length)..].Trim() : "";
        Assert.True(label is "vulnerable" or "safe", $"{path}:{lines.EndLinePosition.Line + 1}: the label is '{label}'");
        var name = $"{Name}/{MemberAround(sink)}";
        var number = earlier.Count(twin => twin.Name == name || twin.Name.StartsWith(name + "#", StringComparison.Ordinal));
        return new(number == 0 ? name : $"{name}#{number + 1}", path, lines.StartLinePosition.Line, lines.EndLinePosition.Line, label == "vulnerable");
    }

    private static string MemberAround(SyntaxNode sink)
    {
        foreach (var node in sink.Ancestors())
        {
            if (node is BaseTypeDeclarationSyntax) break;
            var name = node switch
            {
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                MethodDeclarationSyntax method => $"{TypeAround(method)}.{method.Identifier.ValueText}",
                ConstructorDeclarationSyntax constructor => $"{constructor.Identifier.ValueText}.new",
                PropertyDeclarationSyntax property => $"{TypeAround(property)}.{property.Identifier.ValueText}",
                OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or IndexerDeclarationSyntax => $"{TypeAround(node)}.operator",
                _ => null,
            };
            if (name is not null) return name;
        }
        return "top";
    }

    private static string TypeAround(SyntaxNode member) => member.Ancestors().OfType<BaseTypeDeclarationSyntax>().First().Identifier.ValueText;

    [GeneratedRegex(@"^// file: (\S+)\n", RegexOptions.Multiline)]
    private static partial Regex FileLine();
}
