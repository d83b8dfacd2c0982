namespace BackendStandards.Benchmarks;

/// <summary>Results in aligned columns.</summary>
internal static class Table
{
    public static void Print(string title, IReadOnlyList<Measured> results)
    {
        Console.WriteLine(title + (results[0].CompilerErrors is > 0 and var errors ? $" ({errors} compiler errors: no source generators run here)" : ""));
        Console.WriteLine($"  {"",-44} {"alone",9} {"with",9} {"with/alone",11} {"findings",9} {"failures",9}");
        foreach (var result in results)
            Console.WriteLine(FormattableString.Invariant(
                $"  {result.Name,-44} {result.AloneSeconds,7:0.00} s {result.WithSeconds,7:0.00} s {result.OverAlone,11:0.00} {result.Findings,9} {result.Failures,9}"));
    }
}
