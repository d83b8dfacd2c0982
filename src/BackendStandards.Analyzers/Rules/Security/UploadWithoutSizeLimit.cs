using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3040 for an endpoint that takes files or streams and says nothing of their size: the server's default was made for something else.</summary>
internal sealed class UploadWithoutSizeLimit() : EndpointRule(RuleCatalog.RequestSizeUnlimited)
{
    private static readonly (string Type, string Property)[] Everywhere =
    [
        ("KestrelServerLimits", "MaxRequestBodySize"), ("IISServerOptions", "MaxRequestBodySize"), ("HttpSysOptions", "MaxRequestBodySize"), ("IHttpMaxRequestBodySizeFeature", "MaxRequestBodySize"), ("FormOptions", "MultipartBodyLengthLimit"),
    ];

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var place = EndpointContext.PlaceOf(endpoint);
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || place.SourceTree is not { } tree || !context.IsHere(tree) || !MayUpload(tree, endpoint, context) || !Uploads(endpoint, context)) return;
        if (endpoint.RequestSize(context.Cancellation).State != PolicyState.No || endpoint.FormSize(context.Cancellation).State != PolicyState.No || !context.RememberForAll(this, nameof(NothingIsLimited), () => NothingIsLimited(context)) || CountsItself(endpoint, context)) return;
        context.Suggest(this, place, $"{context.Describe(endpoint)} takes files and says nothing of their size: {(endpoint.Kind == EndpointKind.Controller ? "add [RequestSizeLimit(…)]" : "add WithMetadata(new RequestSizeLimitAttribute(…))")}");
    }

    // By spelling, in the handler's document or, for a member of a model, anywhere.
    private static bool MayUpload(SyntaxTree tree, Endpoint endpoint, EndpointContext context) =>
        endpoint.Verbs(context.Cancellation)?.Any(static verb => verb is "GET" or "HEAD" or "DELETE") != true
        && (endpoint.Handler?.Parameters.Any(static parameter => IsUpload(parameter.Type)) == true || context.Model.Code.TreesWith("IFormFile", context.Cancellation).Any() || TreeIndex.Of(tree, context.Cancellation).Mentions("IFormFileCollection"));

    private static bool Uploads(Endpoint endpoint, EndpointContext context) => endpoint.Parameters(context.Cancellation).Any(parameter =>
        parameter.Source is not (BindingSource.Services or BindingSource.Query or BindingSource.Route or BindingSource.Header)
        && (IsUpload(parameter.Type) || (InputTypes.ModelOf(parameter.Type) is { } model && model.GetMembers().OfType<IPropertySymbol>().Any(property => IsUpload(property.Type)))));

    private static bool IsUpload(ITypeSymbol type) => UploadTypes.AreFiles(type) || type.Name == "PipeReader" || type is { Name: "Stream", ContainingNamespace.Name: "IO" };

    /// <summary>Whether the application surely sets no limit for all requests.</summary>
    internal static bool NothingIsLimited(EndpointContext context)
    {
        var hosting = context.Model.Hosting;
        return !Everywhere.Any(limit => hosting.OptionWrites(limit.Type, limit.Property, context.Cancellation).Any()) && !hosting.MayHoldMore(HostSide.Services, context.Cancellation) && !hosting.MayHoldMore(HostSide.Pipeline, context.Cancellation);
    }

    // In the handler, in an attribute on what it takes, in a validator, or in a filter.
    private static bool CountsItself(Endpoint endpoint, EndpointContext context) =>
        endpoint.Handler is not { } handler || handler.DeclaringSyntaxReferences.Any(reference => OwnSizeLimits.Has(reference.GetSyntax(context.Cancellation)))
        || handler.Parameters.Any(parameter => HasOwnAttribute(parameter) || (InputTypes.ModelOf(parameter.Type) is { } model && (context.Validators.Exist(model, context.Cancellation) || model.GetMembers().OfType<IPropertySymbol>().Any(property => IsUpload(property.Type) && HasOwnAttribute(property)))))
        || endpoint.Filters(context.Cancellation).Any(filter => filter is null || !AspNet.IsKnown(filter));

    private static bool HasOwnAttribute(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && !AspNet.IsKnown(type));
}
