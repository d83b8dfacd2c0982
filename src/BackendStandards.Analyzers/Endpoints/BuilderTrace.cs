namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What happens to one builder, through all aliases: the conventions applied to it, and the calls that map or group on it.</summary>
internal sealed record BuilderTrace(IReadOnlyList<Effect> Effects, IReadOnlyList<BuilderUse> Uses);

