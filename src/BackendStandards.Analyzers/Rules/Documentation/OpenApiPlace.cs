namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>Where the OpenAPI document comes from: a value of <c>backend_standards.openapi_document</c>.</summary>
internal enum OpenApiPlace
{
    /// <summary>The application makes it.</summary>
    Application,

    /// <summary>It is written by hand or made by a tool, or nobody needs one.</summary>
    External,
}
