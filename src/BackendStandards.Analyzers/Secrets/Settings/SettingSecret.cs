namespace BackendStandards.Analyzers.Secrets.Settings;

/// <summary>A secret among the settings of a file.</summary>
/// <param name="Entry">The setting.</param>
/// <param name="Kind">What it is, for a message.</param>
/// <param name="IsMild">Whether it may be meant to be there: on the own machine, in a file for development.</param>
internal sealed record SettingSecret(SettingEntry Entry, string Kind, bool IsMild);
