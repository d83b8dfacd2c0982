using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Index;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>Which status codes an endpoint surely answers with that nothing declares.</summary>
internal static class MissingResponses
{
    private static readonly string[] Signs =
    [
        "ProducesResponseType", "ProducesResponseTypeAttribute", "ProducesDefaultResponseType", "ProducesProblem", "ProducesValidationProblem", "ProducesApiErrors", "SwaggerResponse",
        "ApiConventionType", "ApiConventionMethod", "HttpResults",
    ];

    /// <summary>Whether an application declares any response by itself, told by spelling. One that declares none has one decision to make.</summary>
    public static bool AnyStated(CodeBase code, CancellationToken cancellation) =>
        Signs.Any(name => WrittenByHand.Mentions(code, name, cancellation))
        // [Produces("application/json")] is about the content alone.
        || code.WrittenTreesWith("Produces", cancellation).Where(WrittenByHand.Is).Any(tree => TreeIndex.Of(tree, cancellation).CallsOf("Produces", tree.GetRoot(cancellation)).Any());

    /// <summary>Whether an endpoint declares any response by itself.</summary>
    public static bool States(Endpoint endpoint, CancellationToken cancellation) =>
        endpoint.Responses(cancellation) is var declared && (!declared.AllSeen || declared.Items.Any(response => response.Origin != ResponseOrigin.Assumed));

    /// <summary>The codes, in their order; none where a declaration may not be seen.</summary>
    public static IReadOnlyList<int> Of(Endpoint endpoint, bool withImplied, MappedExceptions exceptions, CancellationToken cancellation)
    {
        var declared = endpoint.Responses(cancellation);
        if (!declared.AllSeen || endpoint.Kind == EndpointKind.FastEndpoint) return [];
        var (found, refusals) = (new SortedSet<int>(), RefusalsOf(endpoint, declared, cancellation));
        foreach (var result in endpoint.Results(cancellation).Items)
            if (!refusals.Contains(result) && (result.Exception is null ? result.Status : exceptions.StatusOf(result.Exception)) is { } status && IsTold(status))
                found.Add(status);
        if (withImplied) found.UnionWith(ImpliedOf(endpoint, cancellation));
        return [.. found.Where(status => !(status == 200 && IsAssumed(declared)) && declared.Declares(status) == Answer.No)];
    }

    // A method that turns each kind of failure into its code serves many endpoints, and not each of them fails in each way: who declares some has chosen.
    private static HashSet<PossibleResult> RefusalsOf(Endpoint endpoint, DeclaredResponses declared, CancellationToken cancellation)
    {
        if (endpoint.Handler is not { DeclaringSyntaxReferences: var places }) return [];
        var outside = endpoint.Results(cancellation).Items.Where(result => result.Status >= 400 && !places.Any(place => place.SyntaxTree == result.Place.SyntaxTree && place.Span.Contains(result.Place.Span))).ToList();
        return outside.Select(result => result.Status).Distinct().Count() > 1 && outside.Any(result => declared.Declares(result.Status!.Value) == Answer.Yes) ? [.. outside] : [];
    }

    // Redirects and the like are between the server and the browser.
    private static bool IsTold(int status) => status is (>= 200 and < 300) or (>= 400 and < 600);

    // What returns a value is described with 200, and so is what says nothing.
    private static bool IsAssumed(DeclaredResponses declared) => declared.Items.Count == 0 || declared.Items.Any(response => response.Origin == ResponseOrigin.Assumed);

    private static IEnumerable<int> ImpliedOf(Endpoint endpoint, CancellationToken cancellation)
    {
        if (endpoint.Authorization(cancellation) is { State: AuthorizationState.Required } authorization)
        {
            yield return 401;
            if (authorization.Requirements.Any(one => one.Policies.Count + one.Roles.Count > 0)) yield return 403;
        }
        if (endpoint.Kind == EndpointKind.Controller && endpoint.Parameters(cancellation).Any(parameter => parameter.Source is BindingSource.Body or BindingSource.Form)) yield return 400;
    }
}
