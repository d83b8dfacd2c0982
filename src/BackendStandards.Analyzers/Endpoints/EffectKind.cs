namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What a convention, or an attribute or other object in an endpoint's metadata, does to it.</summary>
internal enum EffectKind
{
    /// <summary>A version is declared, or all of them served: <c>HasApiVersion</c>, <c>WithApiVersionSet</c>, <c>IsApiVersionNeutral</c>…</summary>
    Version,

    /// <summary>Left out of the API description.</summary>
    Exclude,

    /// <summary>A filter runs before the handler.</summary>
    Filter,

    /// <summary>Code that is not seen got hold of the builder.</summary>
    Opaque,

    /// <summary>Callers must be authorized.</summary>
    Authorize,

    /// <summary>Anybody may call.</summary>
    Anonymous,

    /// <summary>A rate limiting policy is asked for.</summary>
    RateLimit,

    /// <summary>Rate limiting is switched off.</summary>
    NoRateLimit,

    /// <summary>The size of a request is limited, or not.</summary>
    SizeLimit,

    /// <summary>The size of a form is limited.</summary>
    FormLimit,

    /// <summary>A CORS policy is asked for, or CORS switched off.</summary>
    Cors,

    /// <summary>Responses are cached, or must not be.</summary>
    Cache,

    /// <summary>It has a name.</summary>
    Name,

    /// <summary>It has a summary.</summary>
    Summary,

    /// <summary>It has a description.</summary>
    Description,

    /// <summary>It has tags.</summary>
    Tags,

    /// <summary>Its description is written by code: <c>WithOpenApi(operation => …)</c>.</summary>
    OpenApi,

    /// <summary>A response is declared.</summary>
    Response,

    /// <summary>Left out of the response envelope.</summary>
    SkipEnvelope,
}
