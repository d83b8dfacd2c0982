namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What an endpoint does with credentials.</summary>
internal enum CredentialEndpointKind
{
    None,

    /// <summary>It tests a password or code against an account.</summary>
    SignIn,

    /// <summary>It makes accounts, or sends codes and links to people.</summary>
    Other,
}
