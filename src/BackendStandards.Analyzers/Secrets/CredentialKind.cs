namespace BackendStandards.Analyzers.Secrets;

/// <summary>What a credential is, which decides how its value may look.</summary>
internal enum CredentialKind
{
    /// <summary>Chosen by a person: any text may be one.</summary>
    Password,

    /// <summary>As <see cref="Password"/>, and may hold blanks.</summary>
    Passphrase,

    /// <summary>Made by a machine or said to be secret.</summary>
    Secret,

    /// <summary>Made by a machine.</summary>
    ApiKey,

    /// <summary>Made by a machine.</summary>
    Token,

    /// <summary>A cryptographic key, made by a machine.</summary>
    Key,

    /// <summary>None of these in particular.</summary>
    Credential,
}
