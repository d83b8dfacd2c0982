namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Whether a policy is applied to an endpoint.</summary>
internal enum PolicyState
{
    /// <summary>Nothing is said of it.</summary>
    No,

    /// <summary>It is.</summary>
    Applied,

    /// <summary>It is switched off expressly.</summary>
    Disabled,

    /// <summary>It cannot be seen.</summary>
    Unknown,
}
