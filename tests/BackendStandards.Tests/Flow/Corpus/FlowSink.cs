using System.Collections.Immutable;

namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>A statement that shapes put in the place of their sinks.</summary>
/// <param name="Name">How tests and exceptions call it.</param>
/// <param name="Statement">The statement, with <c>{0}</c> where the text goes. It may stand in any member, so it declares what it needs.</param>
/// <param name="Ids">The rules that may report it; one suffices.</param>
internal sealed record FlowSink(string Name, string Statement, ImmutableArray<string> Ids)
{
    /// <summary>What <c>SINK(value)</c> makes of a value before it is given to the statement; for SQL the value is put between quotes of a query.</summary>
    public string Value { get; init; } = "{0}";

    /// <summary>Whether <c>QUERY(text)</c>, a whole SQL text, may stand in shapes for it.</summary>
    public bool TakesQueries => Ids.Contains("BST3020");

    public static FlowSink Sql(string name, string statement) => new(name, statement, ["BST3020", "BST3021"]) { Value = "\"SELECT Id FROM Orders WHERE Customer = '\" + ({0}) + \"'\"" };

    public override string ToString() => Name;
}
