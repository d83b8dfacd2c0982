namespace BackendStandards.Analyzers.Code;

/// <summary>What a model says of a fact. A rule about an absence speaks on <see cref="No"/> alone.</summary>
internal enum Answer
{
    No,
    Yes,
    Unknown,
}
