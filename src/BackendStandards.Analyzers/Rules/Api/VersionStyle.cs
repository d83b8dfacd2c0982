namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>Where an API keeps its version.</summary>
internal enum VersionStyle
{
    /// <summary>In the path, or declared in metadata.</summary>
    Path,

    /// <summary>Declared in metadata and sent in a header, the query or the media type: a version in the path is none.</summary>
    Header,

    /// <summary>Any of these, also a parameter of the handler that reads the version itself.</summary>
    Any,
}
