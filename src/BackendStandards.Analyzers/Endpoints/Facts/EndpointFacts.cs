using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.FastEndpoints;
using BackendStandards.Analyzers.Hosting;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Computes the facts of endpoints from what is said of them. One for a model; each endpoint keeps its own, this what holds for all.</summary>
internal sealed class EndpointFacts(CodeBase code, HostingModel hosting)
{
    private readonly Fact<bool> _declaresForAll = new(cancellation => ResponsesOfAll.AreDeclared(code, cancellation));

    public EndpointAuthorization Authorization(Endpoint endpoint, CancellationToken cancellation) =>
        new AuthorizationReader(hosting, new(code, cancellation)).Of(endpoint, endpoint.Statements(cancellation));

    public PolicyReader Policies(CancellationToken cancellation) => new(new(code, cancellation));

    public EndpointVersions Versions(Endpoint endpoint, CancellationToken cancellation) => new VersionReader(new(code, cancellation)).Of(endpoint.Statements(cancellation));

    public EndpointDocumentation Documentation(Endpoint endpoint, CancellationToken cancellation) => new DocumentationReader(new(code, cancellation)).Of(endpoint, endpoint.Statements(cancellation));

    public DeclaredResponses Responses(Endpoint endpoint, CancellationToken cancellation) => new ResponseReader(new(code, cancellation), endpoint.Controller is not null && _declaresForAll.Get(cancellation)).Of(endpoint, endpoint.Statements(cancellation));

    public PossibleResults Results(Endpoint endpoint, CancellationToken cancellation) => endpoint.Handler is { } handler ? endpoint.Kind == EndpointKind.FastEndpoint ? FastResults.Of(handler, code, cancellation) : new ResultReader(code, cancellation).Of(handler) : PossibleResults.Unseen;
}
