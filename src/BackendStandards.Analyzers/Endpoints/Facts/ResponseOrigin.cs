namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>What declares a response.</summary>
internal enum ResponseOrigin
{
    /// <summary>A convention or an attribute: <c>Produces…</c>, <c>[ProducesResponseType]</c>.</summary>
    Stated,

    /// <summary>The return type itself: <c>Results&lt;Ok&lt;T&gt;, NotFound&gt;</c>, <c>Ok&lt;T&gt;</c>.</summary>
    ResultType,

    /// <summary>A <c>&lt;response code="…"&gt;</c> of the documentation comment.</summary>
    Comment,

    /// <summary>A convention of the API explorer, which gives way to anything that is stated.</summary>
    Convention,

    /// <summary>The framework assumes it: 200 with the value that is returned.</summary>
    Assumed,
}
