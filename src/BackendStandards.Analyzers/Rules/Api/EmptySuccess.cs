using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Naming;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1021: <c>Ok()</c> without a value from an endpoint that changes something.</summary>
internal sealed class EmptySuccess() : EndpointRule(RuleCatalog.EmptySuccess)
{
    /// <summary>The finding's property that is set where the description promises the 200, so that it would have to change with the answer.</summary>
    public const string IsPromised = nameof(IsPromised);

    // Whoever calls back there asks for 200, not for what is usual.
    private static readonly ImmutableHashSet<string> Callbacks = ImmutableHashSet.Create(StringComparer.Ordinal, "callback", "callbacks", "webhook", "webhooks", "hook", "hooks", "notify", "ipn", "spa");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler) return;
        if (handler.DeclaringSyntaxReferences.FirstOrDefault(reference => context.IsHere(reference.SyntaxTree))?.GetSyntax(context.Cancellation) is not { } declaration) return;
        if (endpoint.Verbs(context.Cancellation) is not { Count: > 0 } verbs || !verbs.All(verb => verb is "PUT" or "PATCH" or "DELETE" or "POST")) return;
        var segments = endpoint.Route(context.Cancellation).Segments;
        if (segments.Any(segment => Words.Split(segment).Any(Callbacks.Contains)) || (verbs.Contains("POST") && IsCollection(segments))) return;
        foreach (var result in endpoint.Results(context.Cancellation).Items)
            if (result is { Status: 200, Body: null } && IsEmpty(result.Place) && declaration.Span.Contains(result.Place.Span) && context.IsHere(result.Place))
                context.Report(this, result.Place, PropertiesOf(endpoint, context), context.Describe(endpoint));
    }

    // A POST there adds one of its things, and 201 with the new address says more than 204.
    private static bool IsCollection(IReadOnlyList<string> segments) =>
        segments.Count > 0 && Words.Split(segments[segments.Count - 1]) is { Count: > 0 } words && EnglishNouns.NumberOf(words[words.Count - 1]) == NounNumber.Plural;

    private static bool IsEmpty(SyntaxNode place) => place switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: var called } => (called is MemberAccessExpressionSyntax access ? access.Name : called) is IdentifierNameSyntax { Identifier.ValueText: "Ok" },
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null, Type: var type } => type is IdentifierNameSyntax { Identifier.ValueText: "OkResult" } or QualifiedNameSyntax { Right.Identifier.ValueText: "OkResult" },
        _ => false,
    };

    private static ImmutableDictionary<string, string?> PropertiesOf(Endpoint endpoint, EndpointContext context) =>
        endpoint.Responses(context.Cancellation).Items.Any(response => response is { Status: 200, Origin: ResponseOrigin.Stated or ResponseOrigin.Comment })
            ? ImmutableDictionary<string, string?>.Empty.Add(IsPromised, "") : ImmutableDictionary<string, string?>.Empty;
}
