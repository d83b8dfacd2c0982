namespace BackendStandards.Analyzers.Sql;

/// <summary>What a piece of a SQL text is in the source.</summary>
internal enum SqlPieceKind
{
    /// <summary>Text inside a literal or between the holes of an interpolated string.</summary>
    Literal,

    /// <summary>An expression whose value the compiler knows.</summary>
    Constant,

    /// <summary>An expression that is evaluated at run time.</summary>
    Hole,
}
