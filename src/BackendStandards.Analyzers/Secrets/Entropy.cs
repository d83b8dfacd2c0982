namespace BackendStandards.Analyzers.Secrets;

/// <summary>How random a text is for its length and alphabet.</summary>
internal static class Entropy
{
    // Bits a character that 99 of 100 random texts of a length reach. Measured; between two lengths the straight line.
    private static readonly int[] Lengths = [16, 20, 24, 32, 40, 64];
    private static readonly double[] Hex = [2.70, 2.93, 3.02, 3.25, 3.39, 3.62];
    private static readonly double[] Base36 = [3.12, 3.42, 3.57, 3.89, 4.11, 4.47];
    private static readonly double[] Base64 = [3.35, 3.60, 3.87, 4.20, 4.44, 4.91];

    /// <summary>Shannon's entropy in bits a character.</summary>
    public static double Of(string text)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in text) counts[c] = counts.TryGetValue(c, out var count) ? count + 1 : 1;
        // In the order of the characters: a sum of doubles depends on it.
        return counts.OrderBy(entry => entry.Key).Sum(entry => -((double)entry.Value / text.Length * Math.Log((double)entry.Value / text.Length, 2)));
    }

    /// <summary>Whether a text of at least 12 characters is as random as one that was drawn from its alphabet.</summary>
    public static bool IsRandom(string text) => IsRandom(text, 0);

    /// <summary>As <see cref="IsRandom(string)"/>, with so many bits a character to spare.</summary>
    public static bool IsRandom(string text, double slack) => Of(text) >= Expected(text) - slack;

    private static double Expected(string text)
    {
        var table = text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')) ? Hex
            : text.Any(char.IsLower) && text.Any(char.IsUpper) ? Base64 : Base36;
        if (text.Length >= Lengths[Lengths.Length - 1]) return table[table.Length - 1];
        var i = 0;
        while (Lengths[i + 1] < text.Length) i++;
        // Below the shortest length the first line is drawn on.
        return table[i] + ((table[i + 1] - table[i]) * (text.Length - Lengths[i]) / (Lengths[i + 1] - Lengths[i]));
    }
}
