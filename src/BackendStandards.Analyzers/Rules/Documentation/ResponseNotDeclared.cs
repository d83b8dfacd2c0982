using System.Collections.Immutable;
using System.Globalization;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>
/// BST8002: an endpoint that answers with a status code which nothing declares, in an application that declares others; a controller or a mapping function that
/// declares none is reported once. For an application that declares nothing <see cref="ApplicationDeclaresNoResponses"/> speaks.
/// </summary>
internal sealed class ResponseNotDeclared() : EndpointRule(RuleCatalog.ResponseNotDeclared)
{
    /// <summary>The finding's property with what has to be declared, as <see cref="ResponsesToDeclare"/> writes it; for several, <see cref="CountedPlaces"/> says which.</summary>
    public const string Responses = nameof(Responses);

    public static readonly Option<bool> Implied = Option.Flag(
        "bst8002.implied_responses", false, "Whether 401 and 403 of endpoints that require authorization, and 400 of controllers that validate what they bind, have to be declared too.");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (!context.IsHere(endpoint.Declaration) || !DescribedEndpoints.Has(endpoint, cancellation) || MissingOf(endpoint, context) is not { Count: > 0 } missing) return;
        if (!context.RememberForAll(this, "", () => IsAsked(context))) return;
        // Filters for all actions declare too, wherever services are added.
        if (endpoint.Kind == EndpointKind.Controller && context.Model.Hosting.Startup(cancellation).IsHandedOn(HostSide.Services)) return;
        var around = SideBySide.Of(endpoint, this, context);
        var lacking = around.Endpoints.Where(other => MissingOf(other, context).Count > 0).ToList();
        if (lacking.Count < 2 || around.Endpoints.Any(other => MissingResponses.States(other, cancellation)))
        {
            context.ReportAt(this, EndpointContext.PlaceOf(endpoint), [], ImmutableDictionary<string, string?>.Empty.Add(Responses, WordsFor(endpoint, missing, context)),
                $"{context.Describe(endpoint)} answers", List(missing), WayOf(endpoint));
            return;
        }
        var place = around.Place is TypeDeclarationSyntax type ? type.Identifier.GetLocation() : EndpointContext.PlaceOf(lacking[0]);
        var properties = CountedPlaces.Of(around, Responses, one => MissingOf(one, context) is { Count: > 0 } ofOne ? WordsFor(one, ofOne, context) : null);
        context.ReportAt(this, place, lacking.Select(EndpointContext.PlaceOf).Where(other => other.SourceTree == place.SourceTree), properties,
            around.Type is { } controller ? $"'{controller.Name}' answers" : "What is mapped here answers", List([.. lacking.SelectMany(one => MissingOf(one, context)).Distinct().OrderBy(status => status)]), WayOf(endpoint));
    }

    // Nobody reads what is in no document: that it is missing says BST8003.
    private static bool IsAsked(EndpointContext context) =>
        MissingResponses.AnyStated(context.Model.Code, context.Cancellation) && OpenApiDocuments.AreMade(context.Model, context.Cancellation) != Answer.No;

    private IReadOnlyList<int> MissingOf(Endpoint endpoint, EndpointContext context) =>
        context.Remember(this, endpoint, () => MissingResponses.Of(
            endpoint, context.Read(Implied), context.RememberForAll(this, "exceptions", () => Endpoints.Facts.MappedExceptions.Of(context.Model.Code, context.Cancellation)), context.Cancellation));

    private static string WordsFor(Endpoint endpoint, IReadOnlyList<int> missing, EndpointContext context) =>
        ResponsesToDeclare.Of(endpoint, missing, context.Model.Code.Model(endpoint.Declaration.SyntaxTree), context.Cancellation);

    private static string List(IReadOnlyList<int> statuses) => Words.Listed([.. statuses.Select(static status => status.ToString(CultureInfo.InvariantCulture))]);

    private static string WayOf(Endpoint endpoint) => endpoint.Kind == EndpointKind.Controller ? "add [ProducesResponseType]" : "add Produces, or return Results<…>";
}
