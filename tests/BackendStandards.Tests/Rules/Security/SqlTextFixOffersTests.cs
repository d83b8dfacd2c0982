using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

/// <summary>Where BST3020 has no fix that is right, none is offered; what is offered one by one; details of the text around it.</summary>
public class SqlTextFixOffersTests
{
    private static readonly FixTest<Only<FlowAnalysis>, SqlTextIsConcatenatedFix> Verify = new(RuleCatalog.SqlTextIsConcatenated);

    public static TheoryData<string> Unfixable =>
    [
        // A name or keyword stands in the hole.
        """sqlite.Query([|$"SELECT * FROM {name}"|]);""",
        """sqlite.Query([|$"SELECT * FROM P ORDER BY {name}"|]);""",
        """sqlite.Query([|$"SELECT * FROM P ORDER BY N {name}"|]);""",
        """sqlite.Query([|$"SELECT * FROM P WHERE N = '{name}' ORDER BY {filter.City}"|]);""",
        """sqlite.Query([|$"SELECT * FROM P_{name}"|]);""",
        """sqlite.Query([|$"SELECT [{name}] FROM P"|]);""",
        """sqlite.Query([|"SELECT * FROM P WHERE " + name|]);""",
        // The text is built in steps, or used elsewhere.
        """var text = "SELECT 1"; text += " WHERE N = '" + name + "'"; sqlite.Query([|text|]);""",
        """var text = $"SELECT '{name}'"; Console.WriteLine(text.Length); sqlite.Query([|text|]);""",
        """var text = $"SELECT '{name}'"; name = "x"; sqlite.Query([|text|]);""",
        """var text = $"SELECT '{filter.Name}'"; filter.Name = "x"; sqlite.Query([|text|]);""",
        // No parameter can stand in such a statement, or for such a literal.
        """sqlite.Execute([|$"CREATE TABLE T (N TEXT DEFAULT '{name}')"|]);""",
        """npgsql.Execute([|$"SET LOCAL app.user = '{name}'"|]);""",
        """npgsql.Query([|$"SELECT * FROM P WHERE D > INTERVAL '{name}'"|]);""",
        """sqlite.Query([|$"SELECT N AS '{name}' FROM P"|]);""",
        // Comments between the parts would be lost.
        """sqlite.Query([|"SELECT '" + /* why */ name + "'"|]);""",
        // The provider, the command or the object that is there is not known.
        """using var c = any.CreateCommand(); c.CommandText = [|$"SELECT '{name}'"|];""",
        """new SqliteCommand([|$"SELECT '{name}'"|], sqlite).ExecuteNonQuery();""",
        """using var c = sqlite.CreateCommand(); while (flag) { c.CommandText = [|$"SELECT '{name}'"|]; }""",
        """sqlite.Query([|$"SELECT '{name}'"|], filter);""",
        """any.Query([|$"SELECT * FROM P WHERE N IN ('{string.Join("','", names)}')"|]);""",
        // Doubled quotes and escapes inside the quotes, comments.
        """sqlite.Query([|$"SELECT 'it''s {name}'"|]);""",
        """sqlite.Query([|$"SELECT '{name}''s'"|]);""",
        """sqlite.Query([|$"SELECT 1 -- {name}"|]);""",
        """db.Database.ExecuteSqlRaw([|$"UPDATE P SET N = '{name}' WHERE I = @id"|], new SqliteParameter("@id", id));""",
    ];

    [Theory]
    [MemberData(nameof(Unfixable))]
    public Task Offers_nothing_where_the_meaning_could_change(string statements) => Verify.OffersNoFix(SqlTextIsConcatenatedFixTests.InMethod(statements));

    // By hand: two dollars mean something to the markup.
    [Fact]
    public async Task Keeps_the_braces_of_a_raw_literal() => Assert.Equal(
        SqlTextIsConcatenatedFixTests.InMethod(""""db.Products.FromSql($$"""SELECT * FROM Products WHERE N = {{name}} AND I = {{id}}""").ToList();""""),
        await Fixer.FixAsync(SqlTextIsConcatenatedFixTests.InMethod(""""db.Products.FromSqlRaw($$"""SELECT * FROM Products WHERE N = '{{name}}' AND I = {0}""", id).ToList();""""), "BST3020"));

    [Fact]
    public async Task Adds_a_using_behind_global_ones() => Assert.StartsWith(
        "global using System.Text;\nusing System.Data;\nusing Alias = System.Data.Common;\n",
        await Fixer.FixAsync(
            """
            global using System.Text;
            using Alias = System.Data.Common;
            using Microsoft.Data.SqlClient;

            public class Repository
            {
                public void Run(SqlConnection connection, string name)
                {
                    using var command = new SqlCommand($"SELECT * FROM P WHERE N = '{name}'", connection);
                }
            }
            """.ReplaceLineEndings("\n"),
            "BST3020"));

    [Theory]
    [InlineData("""sqlite.Query([|$"SELECT * FROM P WHERE I = {name}"|]);""", """sqlite.Query("SELECT * FROM P WHERE I = @name", new { name });""")]
    [InlineData("""npgsql.Query([|$"SELECT * FROM P WHERE I = '{name}'"|]);""", """npgsql.Query("SELECT * FROM P WHERE I = @name", new { name });""")]
    [InlineData("""npgsql.Query([|$"SELECT * FROM P WHERE N IN ('{string.Join("','", names)}')"|]);""", """npgsql.Query("SELECT * FROM P WHERE N = ANY(@names)", new { names });""")]
    public Task Offers_one_by_one_where_the_type_of_the_column_can_matter(string before, string after) => Verify.Fixes(
        SqlTextIsConcatenatedFixTests.InMethod(before),
        SqlTextIsConcatenatedFixTests.InMethod(after),
        test => test.CodeActionEquivalenceKey = before.Contains("IN (") ? "BST3020.Parameters" : "BST3020.Parameters.One");
}
