namespace BackendStandards.Analyzers.Queries;

/// <summary>What a call does that changes something.</summary>
internal enum DataWriteKind
{
    /// <summary>It stores what was changed on objects before: <c>SaveChanges</c>.</summary>
    Saved,

    /// <summary>It changes rows or documents itself.</summary>
    Stored,

    /// <summary>It sends a message or a mail.</summary>
    Sent,
}
