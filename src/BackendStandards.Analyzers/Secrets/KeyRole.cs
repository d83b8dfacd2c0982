namespace BackendStandards.Analyzers.Secrets;

/// <summary>What a cryptographic interface takes a value for.</summary>
internal enum KeyRole
{
    /// <summary>A key that signs or encrypts.</summary>
    Key,

    /// <summary>A password that a key is derived from, or that opens one.</summary>
    Password,

    /// <summary>An initialization vector or nonce: not secret, but used once.</summary>
    InitializationVector,

    /// <summary>A salt: not secret, but another one for each password.</summary>
    Salt,
}
