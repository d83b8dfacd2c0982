namespace BackendStandards.Analyzers.Flow;

/// <summary>A set of depths below 128.</summary>
internal readonly record struct DepthSet(ulong Low, ulong High)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => (Low | High) == 0;

    /// <summary>The greatest; the set must not be empty.</summary>
    public int Highest
    {
        get
        {
            var (bits, at) = High != 0 ? (High, 64) : (Low, 0);
            while ((bits >>= 1) != 0) at++;
            return at;
        }
    }

    /// <summary>The set with one more.</summary>
    public DepthSet With(int depth) => depth < 64 ? new(Low | (1UL << depth), High) : new(Low, High | (1UL << (depth - 64)));

    /// <summary>Those of either.</summary>
    public DepthSet Union(DepthSet other) => new(Low | other.Low, High | other.High);

    /// <summary>Those below a depth.</summary>
    public DepthSet Below(int depth) => depth < 64 ? new(Low & ((1UL << depth) - 1), 0) : new(Low, depth == 128 ? High : High & ((1UL << (depth - 64)) - 1));
}
