namespace BackendStandards.Analyzers.Index;

/// <summary>
/// A Bloom filter over the names of one file: most files hold none of the names that are asked for, and say so without hashing the name again.
/// </summary>
internal sealed class NameFilter
{
    // Sixteen bits a name keep the wrong yes under one in sixty with two probes.
    private const int BitsPerName = 16;

    /// <summary>The hash of no character. FNV-1a, of http://www.isthe.com/chongo/tech/comp/fnv/</summary>
    public const uint Seed = 2166136261;

    private readonly ulong[] _bits;
    private readonly int _mask;

    public NameFilter(IReadOnlyCollection<int> hashes)
    {
        var size = 64;
        while (size < hashes.Count * BitsPerName) size *= 2;
        (_bits, _mask) = (new ulong[size / 64], size - 1);
        foreach (var hash in hashes)
        {
            Set(hash & _mask);
            Set((hash >> 16) & _mask);
        }
    }

    /// <summary>A hash that is the same in every process.</summary>
    public static int HashOf(string name)
    {
        var hash = Seed;
        foreach (var c in name) hash = Next(hash, c);
        return End(hash);
    }

    /// <summary>The hash of one more character.</summary>
    public static uint Next(uint hash, char c) => unchecked((hash ^ c) * 16777619);

    /// <summary>The hash of the characters so far.</summary>
    public static int End(uint hash) => unchecked((int)(hash ^ (hash >> 15)));

    /// <summary>Whether a name of this hash may be among them.</summary>
    public bool MayHold(int hash) => Has(hash & _mask) && Has((hash >> 16) & _mask);

    private void Set(int bit) => _bits[bit >> 6] |= 1UL << (bit & 63);

    private bool Has(int bit) => (_bits[bit >> 6] & (1UL << (bit & 63))) != 0;
}
