using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>
/// BST1003: <c>[FromBody]</c> where every verb of the endpoint is one whose requests have no body. Without the attribute a complex parameter of a minimal
/// endpoint is a service there, since the application does not start otherwise.
/// </summary>
internal sealed class BodyOfBodilessVerb() : EndpointRule(RuleCatalog.BodyOfBodilessVerb)
{
    public static readonly Option<bool> AllowDeleteBody = Option.Flag("bst1003.allow_delete_body", false, "Whether DELETE requests may have a body.");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Verbs(context.Cancellation) is not { } verbs) return;
        if (!HasNoBody(verbs) || (verbs.Contains("DELETE") && context.Read(AllowDeleteBody))) return;
        foreach (var parameter in endpoint.Parameters(context.Cancellation))
        {
            if (parameter.Source != BindingSource.Body || BindingAttributes.Explicit(parameter.Member) is not { Source: BindingSource.Body }) continue;
            if (PlaceOf(parameter.Member, context) is not { } place || AnswersWithBody(endpoint, context)) continue;
            context.Report(this, place, ImmutableDictionary<string, string?>.Empty, context.Describe(endpoint), parameter.Member.Name, string.Join("/", verbs));
        }
    }

    // [HttpGet, HttpPost] may be two endpoints of one action: the body is for the other.
    private static bool AnswersWithBody(Endpoint endpoint, EndpointContext context) => endpoint.Controller is { } controller
        && context.Model.OfController(controller, context.Cancellation).Any(other => SymbolEqualityComparer.Default.Equals(other.Handler, endpoint.Handler) && !HasNoBody(other.Verbs(context.Cancellation)));

    private static bool HasNoBody(IReadOnlyList<string>? verbs) => verbs is { Count: > 0 } && verbs.All(verb => verb is "GET" or "HEAD" or "DELETE");

    private static SyntaxNode? PlaceOf(ISymbol member, EndpointContext context) =>
        member.DeclaringSyntaxReferences.Where(reference => context.IsHere(reference.SyntaxTree)).Select(reference => reference.GetSyntax(context.Cancellation)).FirstOrDefault();
}
