using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>Whether an endpoint has to answer in the envelope by itself, and what is in it already.</summary>
internal static class ResponseFormat
{
    /// <summary>The namespace of what the generator adds.</summary>
    public const string Namespace = "BackendStandards";

    public static readonly Option<ResponseStyle> Style = Option.Choice(
        "response_style", ResponseStyle.Auto, "The format that the API answers in; `auto` is `envelope` where the project has the response envelope, and asks for a choice where it has neither that nor `AddProblemDetails()`.");

    // What may put every answer of controllers into a format that is not seen.
    internal static readonly string[] Wrappers =
    [
        "IResultFilter", "IAsyncResultFilter", "IAlwaysRunResultFilter", "IAsyncAlwaysRunResultFilter", "ResultFilterAttribute", "ActionFilterAttribute",
        "UseApiResponseAndExceptionWrapper", "UseAutoWrapper",
    ];

    private static readonly string[] Exempt = ["health", "ready", "live", "alive", "ping", "metrics", "openapi", "swagger", "webhook"];

    /// <summary>Whether the format is asked for, and nothing else is known or may be there that gives it to an endpoint.</summary>
    public static bool IsMissing(EndpointRule rule, Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (!IsAsked(context) || !IsCovered(endpoint, cancellation)) return false;
        return endpoint.Controller is not null
            ? !context.RememberForAll(rule, nameof(Wrappers), () => ControllersMayBeWrapped(context.Model, cancellation))
            : endpoint.HasOnlySeenConventions(cancellation) && endpoint.Filters(cancellation).Count == 0;
    }

    /// <summary>Whether the format is asked for in a document, and there.</summary>
    public static bool IsAsked(EndpointContext context) =>
        context.Read(Style) is ResponseStyle.Auto or ResponseStyle.Envelope && IsEmitted(context.Model.Code.Compilation);

    /// <summary>Whether the project has the types of the envelope, its own or those of a project that it references.</summary>
    public static bool IsEmitted(Compilation compilation) => compilation.GetTypeByMetadataName(Namespace + ".ApiResponse`1") is not null;

    /// <summary>Whether an endpoint is one that answers in the format of its application, whatever gives it to it.</summary>
    public static bool IsCovered(Endpoint endpoint, CancellationToken cancellation) =>
        endpoint.Kind is not (EndpointKind.Fallback or EndpointKind.Library) && endpoint.Handler is not null
        && !endpoint.Route(cancellation).Segments.Any(segment => Exempt.Any(word => segment.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        && !endpoint.Statements(cancellation).Of(EffectKind.SkipEnvelope).Any();

    /// <summary>Whether the envelope goes around whatever an endpoint answers; unknown where something else may change the answer.</summary>
    public static Answer IsWrapped(EndpointRule rule, Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Controller is not null)
        {
            if (context.RememberForAll(rule, nameof(HasResultFilters), () => HasResultFilters(context.Model.Code, cancellation))) return Answer.Unknown;
            return context.RememberForAll(rule, nameof(WrapsControllers), () => WrapsControllers(context.Model.Code, cancellation)) ? Answer.Yes : Answer.No;
        }
        var filters = endpoint.Statements(cancellation).Of(EffectKind.Filter).ToList();
        if (!endpoint.HasOnlySeenConventions(cancellation) || filters.Exists(filter => filter.Maybe || !IsOfEnvelope(filter))) return Answer.Unknown;
        return filters.Count > 0 ? Answer.Yes : Answer.No;

        static bool IsOfEnvelope(Statement filter) => filter.Convention is { Site.Syntax.SyntaxTree: var tree } && AspNet.IsEnvelope(tree);
    }

    /// <summary>Whether a type is one of the format's bodies or results.</summary>
    public static bool IsInFormat(ITypeSymbol type) =>
        type is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } && type.Name.StartsWith("Api", StringComparison.Ordinal);

    /// <summary>Whether a type is a format of its author's: it says whether it succeeded.</summary>
    public static bool IsOwnFormat(ITypeSymbol type) =>
        !type.IsAnonymousType && type.GetMembers().Any(member => member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean, Name: "Success" or "IsSuccess" or "Succeeded" or "IsError" or "Ok" });

    /// <summary>Whether controllers are put into the envelope, or something may put them into another format: a filter, or what another assembly does to the services.</summary>
    public static bool ControllersMayBeWrapped(EndpointModel model, CancellationToken cancellation) => HasResultFilters(model.Code, cancellation) || WrapsControllers(model.Code, cancellation)
        || (model.Code.Compilation.GetEntryPoint(cancellation) is not null && model.Hosting.MayHoldMore(HostSide.Services, cancellation));

    private static bool HasResultFilters(CodeBase code, CancellationToken cancellation) => Wrappers.Any(name => code.WrittenTreesWith(name, cancellation).Any());

    private static bool WrapsControllers(CodeBase code, CancellationToken cancellation) =>
        code.WrittenTreesWith("AddApiEnvelope", cancellation).SelectMany(tree => code.CallsNamed("AddApiEnvelope", tree, cancellation)).OfType<IInvocationOperation>()
            .Any(call => (call.TargetMethod.ReducedFrom ?? call.TargetMethod).Parameters.FirstOrDefault()?.Type.Name is "IMvcBuilder" or "IMvcCoreBuilder");
}
