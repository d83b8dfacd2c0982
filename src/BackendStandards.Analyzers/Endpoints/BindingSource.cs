namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Where ASP.NET Core takes the value of a handler's parameter from.</summary>
internal enum BindingSource
{
    /// <summary>It cannot be seen: an error type, or a name that an invisible prefix may hold.</summary>
    Unknown,
    Route,
    Query,
    Header,
    Body,
    Form,
    Services,

    /// <summary>Part of the request itself: <c>HttpContext</c>, <c>ClaimsPrincipal</c>, <c>CancellationToken</c>.</summary>
    Special,

    /// <summary>Own code decides: <c>BindAsync</c> or a model binder.</summary>
    Custom,

    /// <summary>Model binding of a controller without <c>[ApiController]</c>: form, route and query together.</summary>
    Model,
}
