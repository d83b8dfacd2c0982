namespace BackendStandards.Analyzers.Sql;

/// <summary>Where in a statement a hole stands, as far as the text before it tells.</summary>
internal enum SqlContext
{
    /// <summary>Not told: the text before is not known, or of a form that is not.</summary>
    Unknown,

    /// <summary>Where a value stands: behind an operator, in a list of values, behind LIMIT.</summary>
    Value,

    /// <summary>Inside a text literal.</summary>
    Quoted,

    /// <summary>Where the name of a table or column, or a keyword, stands: no parameter can.</summary>
    Identifier,

    /// <summary>All of a parenthesised list behind IN.</summary>
    List,
}
