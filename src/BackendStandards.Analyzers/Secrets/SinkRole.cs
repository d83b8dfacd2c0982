namespace BackendStandards.Analyzers.Secrets;

/// <summary>What a library takes a value for.</summary>
internal enum SinkRole
{
    /// <summary>A key that signs or encrypts.</summary>
    Key,

    /// <summary>A password that a key is derived from, or that opens one.</summary>
    Password,

    /// <summary>An initialization vector or nonce: not secret, but used once.</summary>
    InitializationVector,

    /// <summary>A salt: not secret, but another one for each password.</summary>
    Salt,

    /// <summary>A password or key that opens a service.</summary>
    Credential,
}
