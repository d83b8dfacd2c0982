namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>
/// The twins that do not come out right, with the reason, from <c>exceptions.txt</c>: <c>Shape/Type.Member: reason</c>. Those whose reason is
/// <see cref="NotYet"/> wait for the engine; the others may be one in twenty at most.
/// </summary>
internal static class KnownExceptions
{
    public const string NotYet = "engine: not yet";

    private const string Header = """
        # Twins of the corpus that do not come out right, and why: Shape/Type.Member: reason
        # A line whose twin comes out right fails the tests. 'engine: not yet' waits for the engine; of other reasons there may be one in twenty twins.
        # BACKENDSTANDARDS_ACCEPT=1 with the test Exceptions_are_current writes the file anew and keeps the reasons.

        """;

    public static readonly Lazy<SortedDictionary<string, string>> All = new(Read);

    public static bool Has(Twin twin) => All.Value.ContainsKey(twin.Name);

    public static void Write(IEnumerable<Twin> wrong) => File.WriteAllText(
        FlowCorpus.ExceptionsPath,
        Header.ReplaceLineEndings("\n") + string.Concat(wrong.Select(twin => twin.Name).Order(StringComparer.Ordinal).Select(name => $"{name}: {All.Value.GetValueOrDefault(name, NotYet)}\n")));

    private static SortedDictionary<string, string> Read()
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(FlowCorpus.ExceptionsPath))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var end = line.IndexOf(": ", StringComparison.Ordinal);
            Assert.True(end > 0, $"no reason: {line}");
            all.Add(line[..end], line[(end + ": ".Length)..]);
        }
        return all;
    }
}
