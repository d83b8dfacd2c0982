namespace BackendStandards.Analyzers.Code;

/// <summary>Whether an operation runs when what encloses it does.</summary>
internal enum Reach
{
    Always,
    Maybe,
    Never,
}
