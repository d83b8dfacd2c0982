using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>One HTTP endpoint. Each fact is computed alone, when it is asked for.</summary>
internal sealed class Endpoint
{
    private readonly Fact<IReadOnlyList<RoutePart>> _parts;
    private readonly Fact<IReadOnlyList<string>?> _verbs;
    private readonly Fact<IReadOnlyList<EndpointParameter>> _parameters;
    private readonly Fact<EndpointConventions> _conventions;

    public Endpoint(
        EndpointKind kind, SyntaxNode declaration, IMethodSymbol? handler,
        Func<CancellationToken, IReadOnlyList<RoutePart>> parts, Func<CancellationToken, IReadOnlyList<string>?> verbs,
        Func<Endpoint, CancellationToken, IReadOnlyList<EndpointParameter>> parameters, Func<CancellationToken, EndpointConventions> conventions)
    {
        (Kind, Declaration, Handler) = (kind, declaration, handler);
        (_parts, _verbs, _conventions) = (new(parts), new(verbs), new(conventions));
        _parameters = new(cancellation => parameters(this, cancellation));
    }

    /// <summary>How it is declared.</summary>
    public EndpointKind Kind { get; }

    /// <summary>Where its author wrote it: the outermost call that supplies the handler, or the action.</summary>
    public SyntaxNode Declaration { get; }

    /// <summary>What runs; null where that is a delegate that is not seen.</summary>
    public IMethodSymbol? Handler { get; }

    /// <summary>The controller that an action belongs to, which need not be the type that declares it.</summary>
    public INamedTypeSymbol? Controller { get; init; }

    /// <summary>The builder that it is mapped on.</summary>
    public Builder? MappedOn { get; init; }

    /// <summary>The way to the mapping call.</summary>
    public Context Context { get; init; } = Context.Empty;

    /// <summary>The pieces of its route, outermost first, as they are joined.</summary>
    public IReadOnlyList<RoutePart> RouteParts(CancellationToken cancellation) => _parts.Get(cancellation);

    /// <summary>Its whole route.</summary>
    public RoutePattern Route(CancellationToken cancellation) =>
        RouteParts(cancellation).Aggregate(new RoutePattern("/"), (route, part) => RoutePattern.Combine(route.Text, part.Text));

    /// <summary>Its HTTP methods, in upper case: empty for any, null for unknown.</summary>
    public IReadOnlyList<string>? Verbs(CancellationToken cancellation) => _verbs.Get(cancellation);

    /// <summary>What its handler takes.</summary>
    public IReadOnlyList<EndpointParameter> Parameters(CancellationToken cancellation) => _parameters.Get(cancellation);

    /// <summary>Whether a version is declared for it in metadata. The implicit default version of a controller is none.</summary>
    public Answer DeclaresVersion(CancellationToken cancellation) => _conventions.Get(cancellation).DeclaresVersion;

    /// <summary>Whether the API description leaves it out.</summary>
    public Answer IsExcludedFromDescription(CancellationToken cancellation) => _conventions.Get(cancellation).IsExcluded;

    /// <summary>Whether nothing but the filters of <see cref="Filters"/> can run before the handler on its behalf.</summary>
    public bool HasOnlySeenConventions(CancellationToken cancellation) => _conventions.Get(cancellation).AllSeen;

    /// <summary>The types that filter its requests, and null for each that is not seen.</summary>
    public IReadOnlyList<ITypeSymbol?> Filters(CancellationToken cancellation) => _conventions.Get(cancellation).Filters;
}
