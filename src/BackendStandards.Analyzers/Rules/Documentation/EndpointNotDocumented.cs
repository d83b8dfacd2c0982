using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>
/// BST8001: an endpoint without summary and description, in an application that documents others; a controller or a mapping function that documents none
/// is reported once. For an application that documents nothing <see cref="ApplicationNotDocumented"/> speaks.
/// </summary>
internal sealed class EndpointNotDocumented() : EndpointRule(RuleCatalog.EndpointNotDocumented)
{
    /// <summary>The finding's property with the words for its endpoint; for several, <see cref="CountedPlaces"/> says which.</summary>
    public const string Summary = nameof(Summary);

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (!context.IsHere(endpoint.Declaration) || !DescribedEndpoints.Has(endpoint, cancellation) || !IsMissing(endpoint, cancellation)) return;
        if (!context.RememberForAll(this, "", () => IsAsked(context))) return;
        var around = SideBySide.Of(endpoint, this, context);
        if (around.Endpoints.Count < 2 || !around.Endpoints.All(other => IsMissing(other, cancellation)))
        {
            var text = SummaryText.Of(endpoint, cancellation);
            context.ReportAt(this, EndpointContext.PlaceOf(endpoint), [], text is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Summary, text),
                $"{context.Describe(endpoint)} is", WayOf(endpoint));
            return;
        }
        var texts = CountedPlaces.Of(around, Summary, one => SummaryText.Of(one, cancellation));
        var place = around.Place is TypeDeclarationSyntax type ? type.Identifier.GetLocation() : EndpointContext.PlaceOf(around.Endpoints[0]);
        context.ReportAt(this, place, around.Endpoints.Select(EndpointContext.PlaceOf).Where(other => other.SourceTree == place.SourceTree), texts,
            around.Type is { } controller ? $"The {around.Endpoints.Count} endpoints of '{controller.Name}' are" : $"The {around.Endpoints.Count} endpoints that are mapped here are", WayOf(endpoint));
    }

    // Nobody reads what is in no document: that it is missing says BST8003.
    private static bool IsAsked(EndpointContext context) =>
        DocumentationSigns.Exist(context.Model.Code, context.Cancellation) && OpenApiDocuments.AreMade(context.Model, context.Cancellation) != Answer.No;

    private static bool IsMissing(Endpoint endpoint, CancellationToken cancellation) => endpoint.Documentation(cancellation).IsDocumented == Answer.No;

    private static string WayOf(Endpoint endpoint) => endpoint.Kind switch
    {
        EndpointKind.Controller => "a <summary>",
        EndpointKind.FastEndpoint => "Summary(…) or a <summary>",
        _ => "WithSummary",
    };
}
