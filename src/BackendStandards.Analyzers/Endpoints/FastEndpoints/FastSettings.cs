using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;

namespace BackendStandards.Analyzers.Endpoints.FastEndpoints;

/// <summary>What <c>UseFastEndpoints(config => …)</c> sets for all classes, and where they are mapped.</summary>
internal sealed class FastSettings
{
    private readonly BuilderMemo _memo;
    private readonly HostingModel _hosting;
    private readonly Fact<IReadOnlyList<Builder>> _mapped;
    private readonly Fact<RoutePart?> _prefix;
    private readonly Fact<string?> _versionPrefix;
    private readonly Fact<bool> _prepends;
    private readonly Fact<bool> _configures;

    public FastSettings(BuilderMemo memo, HostingModel hosting)
    {
        (_memo, _hosting) = (memo, hosting);
        _mapped = new(FindMapped);
        _prefix = new(cancellation => Text("EndpointOptions", "RoutePrefix", cancellation) is { } text ? new RoutePart(text, null) : null);
        _versionPrefix = new(cancellation => Text("VersioningOptions", "Prefix", cancellation) ?? "v");
        _prepends = new(cancellation => hosting.OptionWrites("VersioningOptions", "PrependToRoute", cancellation).Any(write => write.Value.ConstantValue is { HasValue: true, Value: true }));
        _configures = new(cancellation => hosting.OptionWrites("EndpointOptions", "Configurator", cancellation).Any());
    }

    /// <summary>What the classes are mapped on; unknown where that is not seen.</summary>
    public IReadOnlyList<Builder> MappedOn(CancellationToken cancellation) => _mapped.Get(cancellation);

    /// <summary>The prefix of all routes; null where none is set.</summary>
    public RoutePart? Prefix(CancellationToken cancellation) => _prefix.Get(cancellation);

    /// <summary>The version as a piece of a route.</summary>
    public string VersionPart(string version, CancellationToken cancellation) => _versionPrefix.Get(cancellation) + version;

    /// <summary>Whether a version stands before the route instead of after it.</summary>
    public bool PrependsVersion(CancellationToken cancellation) => _prepends.Get(cancellation);

    /// <summary>Whether code runs over the definition of each class, and may change anything.</summary>
    public bool ConfiguresAll(CancellationToken cancellation) => _configures.Get(cancellation);

    private string? Text(string type, string property, CancellationToken cancellation)
    {
        var values = new Values(_memo.Code, cancellation);
        return _hosting.OptionWrites(type, property, cancellation).Select(write => write.Value.ConstantValue is { HasValue: true, Value: null } ? null : values.Text(write.Value, Context.Empty) ?? RoutePattern.Hole).FirstOrDefault();
    }

    private IReadOnlyList<Builder> FindMapped(CancellationToken cancellation)
    {
        var reader = new BuilderReader(_memo, cancellation);
        var found = new List<Builder>();
        foreach (var name in new[] { "UseFastEndpoints", "MapFastEndpoints" })
            foreach (var call in _hosting.CallsOf(name, cancellation))
                if (AspNet.IsKnown(call.TargetMethod) && AspNet.BuilderOf(call) is { } receiver)
                    foreach (var context in reader.Contexts.Of(call))
                        found.AddRange(reader.Origins.Of(receiver, context));
        return found.Count == 0 ? [Builder.Unknown("FastEndpoints is not seen to be used")] : [.. found.Distinct()];
    }
}
