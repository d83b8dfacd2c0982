using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>One HTTP endpoint. Each fact is computed alone, when it is asked for.</summary>
internal sealed class Endpoint
{
    private readonly Fact<IReadOnlyList<RoutePart>> _parts;
    private readonly Fact<RoutePattern> _route;
    private readonly Fact<IReadOnlyList<string>?> _verbs;
    private readonly Fact<IReadOnlyList<EndpointParameter>> _parameters;
    private readonly Fact<StatementSet> _statements;
    private readonly Fact<EndpointAuthorization> _authorization;
    private readonly Fact<EndpointPolicy> _rateLimit;
    private readonly Fact<EndpointPolicy> _cors;
    private readonly Fact<EndpointPolicy> _cache;
    private readonly Fact<EndpointSizeLimit> _requestSize;
    private readonly Fact<EndpointSizeLimit> _formSize;
    private readonly Fact<EndpointVersions> _versions;
    private readonly Fact<EndpointDocumentation> _documentation;
    private readonly Fact<DeclaredResponses> _responses;
    private readonly Fact<PossibleResults> _results;

    public Endpoint(
        EndpointKind kind, SyntaxNode declaration, IMethodSymbol? handler, EndpointFacts facts,
        Func<CancellationToken, IReadOnlyList<RoutePart>> parts, Func<CancellationToken, IReadOnlyList<string>?> verbs,
        Func<Endpoint, CancellationToken, IReadOnlyList<EndpointParameter>> parameters, Func<CancellationToken, StatementSet> statements)
    {
        (Kind, Declaration, Handler) = (kind, declaration, handler);
        (_parts, _verbs, _statements) = (new(parts), new(verbs), new(statements));
        _authorization = new(cancellation => facts.Authorization(this, cancellation));
        _rateLimit = new(cancellation => facts.Policies(cancellation).RateLimit(Statements(cancellation)));
        _cors = new(cancellation => facts.Policies(cancellation).Cors(Statements(cancellation)));
        _cache = new(cancellation => facts.Policies(cancellation).Cache(Statements(cancellation)));
        _requestSize = new(cancellation => facts.Policies(cancellation).RequestSize(Statements(cancellation)));
        _formSize = new(cancellation => facts.Policies(cancellation).FormSize(Statements(cancellation)));
        _versions = new(cancellation => facts.Versions(this, cancellation));
        _documentation = new(cancellation => facts.Documentation(this, cancellation));
        _responses = new(cancellation => facts.Responses(this, cancellation));
        _results = new(cancellation => facts.Results(this, cancellation));
        _route = new(cancellation => RouteParts(cancellation).Aggregate(new RoutePattern("/"), (route, part) => RoutePattern.Combine(route.Text, part.Text)));
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

    /// <summary>The hub, gRPC service or FastEndpoints class that answers.</summary>
    public INamedTypeSymbol? Service { get; init; }

    /// <summary>The builder that it is mapped on.</summary>
    public Builder? MappedOn { get; init; }

    /// <summary>The way to the mapping call.</summary>
    public Context Context { get; init; } = Context.Empty;

    /// <summary>The pieces of its route, outermost first, as they are joined.</summary>
    public IReadOnlyList<RoutePart> RouteParts(CancellationToken cancellation) => _parts.Get(cancellation);

    /// <summary>Its whole route.</summary>
    public RoutePattern Route(CancellationToken cancellation) => _route.Get(cancellation);

    /// <summary>Its HTTP methods, in upper case: empty for any, null for unknown.</summary>
    public IReadOnlyList<string>? Verbs(CancellationToken cancellation) => _verbs.Get(cancellation);

    /// <summary>The endpoint for a person: <c>GET /users/{id}</c>.</summary>
    public string Describe(CancellationToken cancellation) => $"{(Verbs(cancellation) is { Count: > 0 } verbs ? string.Join("/", verbs) + " " : "")}{Route(cancellation)}";

    /// <summary>What its handler takes.</summary>
    public IReadOnlyList<EndpointParameter> Parameters(CancellationToken cancellation) => _parameters.Get(cancellation);

    /// <summary>All that conventions and attributes say of it, what wins first.</summary>
    public StatementSet Statements(CancellationToken cancellation) => _statements.Get(cancellation);

    /// <summary>Who may call it.</summary>
    public EndpointAuthorization Authorization(CancellationToken cancellation) => _authorization.Get(cancellation);

    /// <summary>Its own rate limit; a global limiter is a question to <c>Hosting</c>.</summary>
    public EndpointPolicy RateLimit(CancellationToken cancellation) => _rateLimit.Get(cancellation);

    /// <summary>Its CORS policy.</summary>
    public EndpointPolicy Cors(CancellationToken cancellation) => _cors.Get(cancellation);

    /// <summary>Whether its responses are cached, by the output cache or by clients; disabled where they must not be.</summary>
    public EndpointPolicy Cache(CancellationToken cancellation) => _cache.Get(cancellation);

    /// <summary>Its own limit to the size of a request.</summary>
    public EndpointSizeLimit RequestSize(CancellationToken cancellation) => _requestSize.Get(cancellation);

    /// <summary>Its own limit to the size of a form.</summary>
    public EndpointSizeLimit FormSize(CancellationToken cancellation) => _formSize.Get(cancellation);

    /// <summary>The versions that it serves.</summary>
    public EndpointVersions Versions(CancellationToken cancellation) => _versions.Get(cancellation);

    /// <summary>What documents it.</summary>
    public EndpointDocumentation Documentation(CancellationToken cancellation) => _documentation.Get(cancellation);

    /// <summary>The responses that it declares.</summary>
    public DeclaredResponses Responses(CancellationToken cancellation) => _responses.Get(cancellation);

    /// <summary>The results that its handler can return. Binds the handler, and the helper methods that make results for it.</summary>
    public PossibleResults Results(CancellationToken cancellation) => _results.Get(cancellation);

    /// <summary>Whether a version is declared for it in metadata. The implicit default version of a controller is none.</summary>
    public Answer DeclaresVersion(CancellationToken cancellation) => Statements(cancellation).Has(EffectKind.Version);

    /// <summary>Whether the API description leaves it out.</summary>
    public Answer IsExcludedFromDescription(CancellationToken cancellation) => Statements(cancellation).Has(EffectKind.Exclude);

    /// <summary>Whether nothing but the filters of <see cref="Filters"/> can run before the handler on its behalf.</summary>
    public bool HasOnlySeenConventions(CancellationToken cancellation) => Statements(cancellation).AllSeen;

    /// <summary>The types that filter its requests, and null for each that is not seen.</summary>
    public IReadOnlyList<ITypeSymbol?> Filters(CancellationToken cancellation) => EndpointFilters.Of(Statements(cancellation));
}
