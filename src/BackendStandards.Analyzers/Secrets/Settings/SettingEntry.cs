using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Secrets.Settings;

/// <summary>A setting in a file.</summary>
/// <param name="Path">Its key with those around it: <c>Smtp:Password</c>.</param>
/// <param name="Value">Its text.</param>
/// <param name="Span">Where the value stands, with its quotes.</param>
internal sealed record SettingEntry(string Path, string Value, TextSpan Span);
