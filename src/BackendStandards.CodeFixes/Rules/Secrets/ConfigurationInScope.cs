using Microsoft.CodeAnalysis;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Finds the expression by which code at a place can read configuration: an <c>IConfiguration</c>, or a builder or application that has one.</summary>
internal static class ConfigurationInScope
{
    /// <summary>The expression, such as <c>builder.Configuration</c>; null where there is none. A section will not do: its keys are relative.</summary>
    public static string? Find(SyntaxNode place, SemanticModel model) => HostObjectInScope.Find(
        place, model, "Microsoft.Extensions.Configuration.IConfiguration", "Microsoft.Extensions.Configuration.IConfigurationSection", "Configuration");
}
