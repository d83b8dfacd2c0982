namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What a convention does to the endpoints of a builder.</summary>
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
}
