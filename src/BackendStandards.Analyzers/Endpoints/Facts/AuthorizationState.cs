namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Whether an endpoint decides who may call it.</summary>
internal enum AuthorizationState
{
    /// <summary>Nothing of it: anybody may call, and nobody said so.</summary>
    No,

    /// <summary>Callers must be authorized.</summary>
    Required,

    /// <summary>Anonymous callers are allowed expressly, which wins over everything else.</summary>
    Anonymous,

    /// <summary>It cannot be seen.</summary>
    Unknown,
}
