namespace BackendStandards.Analyzers.Validation;

/// <summary>What a value has of an uploaded file.</summary>
[Flags]
internal enum UploadPart
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What the file consists of: a stream, bytes, a text.</summary>
    Content = 1,

    /// <summary>The name as the client sent it, alone or in a path.</summary>
    Name = 2,

    /// <summary>What says of which type the file is, or its name without the folders: the extension, the content type.</summary>
    Kind = 4,

    /// <summary>Its length.</summary>
    Size = 8,

    /// <summary>A stream that is written to a disk or a store.</summary>
    Target = 16,
}
