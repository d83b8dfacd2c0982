namespace BackendStandards.Analyzers.Secrets;

/// <summary>What connection strings call their parts.</summary>
internal static class ConnectionText
{
    /// <summary>The keys of a password.</summary>
    public static readonly string[] PasswordKeys = ["password", "pwd"];
}
