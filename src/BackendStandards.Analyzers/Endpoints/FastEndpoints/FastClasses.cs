using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.FastEndpoints;

/// <summary>The endpoints of FastEndpoints: one for each verb and route of a class.</summary>
internal sealed class FastClasses(BuilderMemo memo, HostingModel hosting, EndpointFacts facts)
{
    private readonly Lazy<bool> _exist = new(() => memo.Code.Compilation.GetTypeByMetadataName("FastEndpoints.BaseEndpoint") is not null);
    private readonly FastSettings _settings = new(memo, hosting);
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<Endpoint>> _byClass = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the compilation knows the library at all.</summary>
    public bool Exist => _exist.Value;

    /// <summary>Whether the library makes endpoints of a class.</summary>
    public static bool Is(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false } && Libraries.Derives(type, "FastEndpoints", "BaseEndpoint");

    /// <summary>What a class answers with; null where that is nothing.</summary>
    public static ITypeSymbol? ResponseOf(INamedTypeSymbol type) =>
        (Libraries.Base(type, "FastEndpoints", "EndpointWithoutRequest") is { TypeArguments: { Length: 1 } only } ? only[0] : Libraries.Base(type, "FastEndpoints", "Endpoint")?.TypeArguments.ElementAtOrDefault(1)) is { SpecialType: not SpecialType.System_Object } sent ? sent : null;

    /// <summary>The endpoints of a class.</summary>
    public IReadOnlyList<Endpoint> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        _byClass.TryGetValue(type, out var known) ? known : _byClass.GetOrAdd(type, [.. Find(type, cancellation)]);

    private IEnumerable<Endpoint> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (FastDefinition.Of(type, memo.Code, cancellation) is not { } definition) yield break;
        var handler = HandlerOf(type);
        var declaration = type.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        foreach (var parent in _settings.MappedOn(cancellation))
            foreach (var route in definition.Routes)
                foreach (var verb in definition.Verbs is null ? [null] : definition.Verbs.Select(verb => (string?)verb))
                    yield return new Endpoint(
                        EndpointKind.FastEndpoint, declaration, handler, facts,
                        token => PartsOf(parent, definition, route, token), _ => verb is null ? null : [verb],
                        (endpoint, token) => ParametersOf(type, handler, endpoint, token),
                        token => StatementsOf(parent, definition, token))
                    {
                        Service = type,
                        MappedOn = parent,
                    };
    }

    private IReadOnlyList<RoutePart> PartsOf(Builder parent, FastDefinition definition, RoutePart route, CancellationToken cancellation)
    {
        var parts = MinimalEndpoints.PrefixesOf(parent).ToList();
        if ((definition.PrefixOverride ?? _settings.Prefix(cancellation)) is { } prefix) parts.Add(prefix);
        var version = definition.Version is { } number ? new RoutePart(_settings.VersionPart(number, cancellation), null) : null;
        if (version is not null && _settings.PrependsVersion(cancellation)) parts.Add(version);
        parts.AddRange(definition.Groups);
        parts.Add(route);
        if (version is not null && !_settings.PrependsVersion(cancellation)) parts.Add(version);
        return parts;
    }

    private StatementSet StatementsOf(Builder parent, FastDefinition definition, CancellationToken cancellation)
    {
        var all = definition.Statements.OrderBy(statement => statement.Level).Concat(new BuilderReader(memo, cancellation).StatementsOutward(parent, 10)).ToList();
        return new(all, definition.AllSeen && parent.IsVisible && !_settings.ConfiguresAll(cancellation) && !all.Exists(statement => statement.Kind == EffectKind.Opaque));
    }

    private static IMethodSymbol? HandlerOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null && AspNet.InSource(at); at = at.BaseType)
            foreach (var name in new[] { "HandleAsync", "ExecuteAsync" })
                if (at.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.IsOverride) is { } handler)
                    return handler;
        return null;
    }

    // The request model is filled from the body where there is one, else from the route, the query and headers.
    private static IReadOnlyList<EndpointParameter> ParametersOf(INamedTypeSymbol type, IMethodSymbol? handler, Endpoint endpoint, CancellationToken cancellation)
    {
        var model = Libraries.Base(type, "FastEndpoints", "Endpoint")?.TypeArguments.FirstOrDefault();
        if (model is null or { Name: "EmptyRequest" } || handler?.Parameters.FirstOrDefault(parameter => AspNet.Same(parameter.Type, model)) is not { } request) return [];
        var source = endpoint.Verbs(cancellation)?.Any(verb => verb is "GET" or "DELETE" or "HEAD") == true ? BindingSource.Query : BindingSource.Body;
        return [new(request.Name, model, source, request, request)];
    }
}
