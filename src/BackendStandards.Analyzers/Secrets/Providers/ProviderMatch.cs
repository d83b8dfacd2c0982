namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>A credential that a text holds, told by its issuer's format.</summary>
/// <param name="Name">What it is, for a message: <c>GitHub token</c>.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is.</param>
internal sealed record ProviderMatch(string Name, int Start, int Length);
