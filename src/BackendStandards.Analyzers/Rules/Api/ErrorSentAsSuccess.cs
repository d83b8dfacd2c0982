using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1023: an answer that says in its body that it failed, and in its status that it worked.</summary>
internal sealed class ErrorSentAsSuccess() : EndpointRule(RuleCatalog.ErrorSentAsSuccess)
{
    // Errors are what these answer with; or the other side asks for 200, whatever happened.
    private static readonly ImmutableHashSet<string> Exempt = ImmutableHashSet.Create(
        StringComparer.Ordinal, "graphql", "batch", "bulk", "error", "errors", "problem", "problems", "validate", "validation", "check", "verify", "callback", "webhook", "webhooks", "hook", "log", "logs");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler) return;
        if (!handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        if (endpoint.Route(context.Cancellation).Segments.Any(segment => Words.Split(segment).Any(Exempt.Contains))) return;
        foreach (var result in endpoint.Results(context.Cancellation).Items)
            if (result is { Status: 200, Place: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } && context.IsHere(result.Place) && SentBy(result.Place, context) is { } sent && ErrorShapes.Describe(sent) is { } what)
                context.Report(this, result.Place, ImmutableDictionary<string, string?>.Empty, context.Describe(endpoint), what);
    }

    // Ok(x), Results.Ok(x), TypedResults.Json(x), new OkObjectResult(x)
    private static IOperation? SentBy(SyntaxNode place, EndpointContext context)
    {
        var arguments = context.Model.Code.BodyAround(place, context.Cancellation)?.At(place) switch
        {
            IInvocationOperation { TargetMethod.Name: "Ok" or "Json" } call when AspNet.IsKnown(call.TargetMethod) => call.Arguments,
            IObjectCreationOperation { Type: { Name: "OkObjectResult" or "JsonResult" } type } creation when AspNet.IsKnown(type) => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        return arguments.FirstOrDefault(argument => argument.Parameter?.Name is "value" or "data") is { } given ? Values.Unwrap(given.Value) : null;
    }
}
