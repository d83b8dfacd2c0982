namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>How a list is answered.</summary>
internal enum ListShape
{
    /// <summary><c>return list;</c></summary>
    Plain,

    /// <summary><c>TypedResults.Ok(list)</c>.</summary>
    PlainResult,

    /// <summary>The argument of a controller's <c>Ok(list)</c>.</summary>
    PlainBody,

    /// <summary><c>ApiResults.Ok(list)</c>.</summary>
    Result,

    /// <summary><c>ApiResponse.Ok(list)</c>.</summary>
    Body,

    /// <summary><c>new ApiResponse&lt;…&gt; { Data = list }</c>.</summary>
    Written,
}
