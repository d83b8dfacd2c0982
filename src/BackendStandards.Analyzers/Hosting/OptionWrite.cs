using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>A value that a property of an options class is given, where that is written, and the condition it stands under.</summary>
internal sealed record OptionWrite(IOperation Value, IOperation Site, HostGuard Guard);
