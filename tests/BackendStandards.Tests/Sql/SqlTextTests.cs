using BackendStandards.Analyzers.Sql;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Tests.Sql;

public class SqlTextTests
{
    [Theory]
    [InlineData("$\"SELECT * FROM P WHERE N = {x}\"", SqlContext.Value)]
    [InlineData("$\"SELECT * FROM P WHERE N >= {x} AND 1 = 1\"", SqlContext.Value)]
    [InlineData("$\"SELECT * FROM P WHERE N BETWEEN 1 AND {x}\"", SqlContext.Value)]
    [InlineData("$\"SELECT * FROM P LIMIT {x}\"", SqlContext.Value)]
    [InlineData("$\"INSERT INTO P (A, B) VALUES (1, {x})\"", SqlContext.Value)]
    [InlineData("$\"INSERT INTO P (A, B) VALUES (1, 2), ({x}, 3)\"", SqlContext.Value)]
    [InlineData("$\"UPDATE P SET N = {x}\"", SqlContext.Value)]
    [InlineData("$\"SELECT * FROM P WHERE N IN (1, {x})\"", SqlContext.Value)]
    [InlineData("$\"SELECT * FROM P WHERE N IN ({x})\"", SqlContext.List)]
    [InlineData("$\"SELECT * FROM P WHERE N NOT IN ( {x} )\"", SqlContext.List)]
    [InlineData("$\"SELECT * FROM P WHERE N = '{x}'\"", SqlContext.Quoted)]
    [InlineData("$\"SELECT * FROM P WHERE N LIKE '%{x}%'\"", SqlContext.Quoted)]
    [InlineData("$\"SELECT 'it''s' FROM P WHERE N = '{x}'\"", SqlContext.Quoted)]
    [InlineData("$\"SELECT * FROM {x}\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT * FROM dbo.{x}\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT * FROM {x}.P\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT * FROM [{x}]\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT \\\"{x}\\\" FROM P\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT {x} FROM P\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT A, {x} FROM P\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT * FROM P ORDER BY {x}\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT * FROM P ORDER BY N {x}\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT * FROM P_{x}\"", SqlContext.Identifier)]
    [InlineData("$\"INSERT INTO {x} VALUES (1)\"", SqlContext.Identifier)]
    [InlineData("$\"PRAGMA journal_mode = {x}\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT 1; PRAGMA user_version = {x}\"", SqlContext.Identifier)]
    [InlineData("$\"CREATE LOGIN L WITH PASSWORD = '{x}'\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT 1; ALTER TABLE P ADD N TEXT DEFAULT '{x}'\"", SqlContext.Identifier)]
    [InlineData("$\"CREATE TABLE P (N INT); SELECT '{x}'\"", SqlContext.Quoted)]
    [InlineData("$\"SET LOCAL app.user = '{x}'\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT N AS '{x}' FROM P\"", SqlContext.Identifier)]
    [InlineData("$\"SELECT * FROM P WHERE D > DATE '{x}'\"", SqlContext.Unknown)]
    [InlineData("$\"SELECT * FROM P WHERE D > date('{x}')\"", SqlContext.Quoted)]
    [InlineData("$\"SELECT * FROM P WHERE N = E'{x}'\"", SqlContext.Unknown)]
    [InlineData("$\"SELECT * FROM P WHERE N = N'{x}'\"", SqlContext.Quoted)]
    [InlineData("$\"SELECT * FROM P WHERE {x}\"", SqlContext.Unknown)]
    [InlineData("$\"SELECT 1 -- {x}\"", SqlContext.Unknown)]
    [InlineData("$\"SELECT 1 /* it's */ FROM P WHERE N = {x}\"", SqlContext.Value)]
    [InlineData("$\"SELECT 1 -- it's\\nFROM P WHERE N = {x}\"", SqlContext.Value)]
    [InlineData("\"SELECT * FROM P WHERE N = '\" + x + \"'\"", SqlContext.Quoted)]
    [InlineData("string.Format(\"SELECT {0} FROM P\", x)", SqlContext.Identifier)]
    [InlineData("string.Concat(\"SELECT * FROM P WHERE N = \", x)", SqlContext.Value)]
    [InlineData("Where + x", SqlContext.Value)]
    internal void A_hole_stands_in_its_place(string expression, SqlContext context) =>
        Assert.Equal(context, Assert.Single(Read(expression).Pieces, piece => piece.Kind == SqlPieceKind.Hole).Context);

    [Theory]
    [InlineData("string.Format(\"{0} {1}\", x)")]
    [InlineData("string.Format(\"{x}\", x)")]
    [InlineData("string.Format(\"{0\", x)")]
    public void A_format_that_would_throw_is_one_hole(string expression) => Assert.Equal(expression, Assert.Single(Read(expression).Pieces).Expression!.ToString());

    private static SqlText Read(string expression)
    {
        var compilation = Sources.Compile($$"""public class C { private const string Where = "SELECT * FROM P WHERE N = "; public string M(string x) => {{expression}}; }""");
        var tree = compilation.SyntaxTrees[1];
        return SqlText.Of(tree.GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>().Single().Expression, compilation.GetSemanticModel(tree), CancellationToken.None);
    }
}
