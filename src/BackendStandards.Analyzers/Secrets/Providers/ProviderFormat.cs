namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>The format of one issuer's credentials: a beginning that is theirs alone, and what has to follow.</summary>
/// <param name="Name">What it is, for a message.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="Scan">Reads what follows the beginning, and answers where the credential ends; negative where it is none.</param>
/// <param name="Context">A word that must stand near, for a beginning that others use too.</param>
internal sealed record ProviderFormat(string Name, string Prefix, Func<string, int, int> Scan, string? Context = null);
