namespace BackendStandards.Analyzers.Hosting;

/// <summary>The condition that a piece of configuration stands under.</summary>
internal enum HostGuard
{
    /// <summary>None: it holds in every environment.</summary>
    Always,

    /// <summary>On a developer's machine only: <c>if (env.IsDevelopment())</c>, after <c>if (!env.IsDevelopment()) return;</c>, within <c>#if DEBUG</c>.</summary>
    Development,

    /// <summary>Everywhere but there.</summary>
    NotDevelopment,

    /// <summary>Another one, which is not decided: a setting, <c>IsStaging()</c>, the way it is reached.</summary>
    Condition,
}
