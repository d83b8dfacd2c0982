using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Whether an application decides about access at all, and what decides besides the framework's own statements.</summary>
internal sealed class AccessDecisions
{
    internal static readonly Option<ImmutableHashSet<string>> PublicPaths = Option.List(
        "bst3050.public_paths", "Paths that are for everybody, such as webhooks that check a signature: an endpoint whose route begins with one needs no decision.");

    internal static readonly Option<ImmutableHashSet<string>> DecidingAttributes = Option.List(
        "bst3050.deciding_attributes", "Names of attributes that decide who may call what they stand on, for code that is not seen.");

    private static readonly string[] Authentication =
    [
        "AddAuthentication", "AddAuthenticationCore", "AddAuthenticationJwtBearer", "AddAuthenticationCookie", "AddJwtBearer", "AddIdentity", "AddIdentityCore", "AddDefaultIdentity", "AddIdentityApiEndpoints", "AddIdentityServer",
        "AddMicrosoftIdentityWebApiAuthentication", "AddMicrosoftIdentityWebAppAuthentication", "AddOpenIddict", "UseAuthentication", "UseIdentityServer",
    ];

    private static readonly string[] Authorization =
        ["AddAuthorization", "AddAuthorizationBuilder", "AddAuthorizationCore", "AddControllers", "AddControllersWithViews", "AddMvc", "AddRazorPages", "AddIdentityApiEndpoints"];

    private static readonly string[] Statements = ["Authorize", "AuthorizeAttribute", "AllowAnonymous", "AllowAnonymousAttribute", "RequireAuthorization", "IAuthorizeData", "IAllowAnonymous", "IAuthorizationRequirementData", "AuthorizeFilter"];

    // Field by field, in calls that the endpoint shows nothing of.
    private static readonly string[] GraphDecisions = ["Authorize", "AuthorizeAttribute", "AuthorizeWithPolicy", "AuthorizeWithRoles", "AuthorizationRequired", "AddAuthorizationRule", "IValidationRule"];

    private static readonly string[] Refused = ["Unauthenticated", "PermissionDenied"];
    private static readonly string[] Signed = ["Signature", "Hmac", "FixedTimeEquals"];

    private static readonly ImmutableHashSet<string> Everybody = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase,
        "health", "healthz", "healthcheck", "healthchecks", "hc", "ready", "readyz", "readiness", "live", "livez", "liveness", "alive", "ping", "up", "metrics", "status", "version", "openapi", "swagger", "scalar",
        ".well-known", "favicon.ico", "robots.txt", "sitemap.xml", "error", "errors", "logout", "logoff", "signout", "sign-out", "log-out");

    private readonly CodeBase _code;
    private readonly Fact<bool> _graph;
    private readonly Fact<bool> _interceptors;

    public AccessDecisions(EndpointModel model, CancellationToken cancellation)
    {
        _code = model.Code;
        var authenticates = Authentication.Any(name => Calls(name, cancellation).Any(call => IsUsed(call, cancellation)));
        AreMade = authenticates || Statements.Any(name => IsStated(name, cancellation));
        CanRequire = authenticates && Authorization.Any(name => IsCalled(name, cancellation)) && (IsCalled("UseAuthorization", cancellation) || Trees("WebApplication", cancellation).Any());
        _graph = new(token => GraphDecisions.Any(name => Trees(name, token).Any()));
        _interceptors = new(token => Interceptors(token).Any(type => type is null || Refusals.MayRefuse(type, token) || Mentions(type, Refused, token)));
    }

    /// <summary>Whether the application knows authentication, or says of any endpoint who may call it.</summary>
    public bool AreMade { get; }

    /// <summary>Whether what <c>RequireAuthorization</c> needs is registered: without it the endpoint would fail.</summary>
    public bool CanRequire { get; }

    /// <summary>Whether the handler, or something that stands around it, may refuse callers by itself.</summary>
    public bool MayDecide(Endpoint endpoint, ImmutableHashSet<string> attributes, CancellationToken cancellation)
    {
        if (attributes.Count > 0 && new ISymbol?[] { endpoint.Handler, endpoint.Controller, endpoint.Service }.OfType<ISymbol>().SelectMany(Symbols.InheritedAttributes)
                .Any(attribute => attribute.AttributeClass is { Name: var name } && (attributes.Contains(name) || attributes.Contains(WithoutSuffix(name))))) return true;
        return endpoint.Kind switch
        {
            EndpointKind.Hub => endpoint.Service is not { } hub || Refusals.MayRefuse(hub, cancellation) || DecidesByMethod(hub),
            EndpointKind.Grpc => endpoint.Service is not { } service || Refusals.MayRefuse(service, cancellation) || Mentions(service, Refused, cancellation) || _interceptors.Get(cancellation),
            EndpointKind.GraphQL => _graph.Get(cancellation),
            _ => endpoint.Handler is not { } handler || !AspNet.InSource(handler) || handler.DeclaringSyntaxReferences.Any(reference => RefusesItself(reference.GetSyntax(cancellation))),
        };
    }

    /// <summary>Whether an endpoint is there for callers that nobody knows: probes, documents, and what a sign-in goes through.</summary>
    public static bool IsForEverybody(Endpoint endpoint, ImmutableHashSet<string> paths, CancellationToken cancellation)
    {
        if (endpoint.Kind is EndpointKind.Hub or EndpointKind.Grpc or EndpointKind.GraphQL) return false;
        var route = endpoint.Route(cancellation);
        var segments = route.Segments.Where(segment => !segment.Equals("api", StringComparison.OrdinalIgnoreCase)).ToList();
        if (segments.Count == 0) return endpoint.Kind == EndpointKind.Minimal;
        // A browser asks with OPTIONS before it sends who it is; the sender of a webhook has no account.
        if ((endpoint.Verbs(cancellation) is { Count: 1 } verbs && verbs[0] == "OPTIONS") || segments.Exists(segment => segment.StartsWith("webhook", StringComparison.OrdinalIgnoreCase))) return true;
        if (Everybody.Contains(segments[0]) || Everybody.Contains(segments[segments.Count - 1])) return true;
        if (CredentialEndpoints.KindOf(endpoint, cancellation) != CredentialEndpointKind.None) return true;
        var text = "/" + string.Join("/", route.Segments);
        return paths.Any(path => ("/" + path.Trim('/')) is var prefix && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (text.Length == prefix.Length || text[prefix.Length] == '/'));
    }

    private static bool RefusesItself(SyntaxNode handler) =>
        Refusals.MayRefuse(handler) || handler.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && Signed.Any(word => token.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));

    // Clients may connect, and every method asks who they are.
    private static bool DecidesByMethod(INamedTypeSymbol hub) => ServiceMethods.OfHub(hub).ToList() is { Count: > 0 } methods && methods.TrueForAll(method => method.GetAttributes().Any(attribute => Symbols.Implements(attribute.AttributeClass, "IAuthorizeData")));

    // services.AddGrpc(options => options.Interceptors.Add<T>())
    private IEnumerable<ITypeSymbol?> Interceptors(CancellationToken cancellation) =>
        from tree in Trees("Interceptors", cancellation)
        from call in TreeIndex.Of(tree, cancellation).CallsOf("Add", tree.GetRoot(cancellation))
        where call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Interceptors" } }
        let added = _code.BodyAround(call, cancellation)?.At(call) as IInvocationOperation
        select added?.TargetMethod.TypeArguments.FirstOrDefault() ?? added?.Arguments.Select(argument => Values.Unwrap(argument.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;

    private static bool Mentions(ITypeSymbol type, string[] words, CancellationToken cancellation) => type.DeclaringSyntaxReferences.Any(declaration => words.Any(TreeIndex.Of(declaration.SyntaxTree, cancellation).Mentions));

    // A set-up extension that nobody calls, in sources that several applications share, sets nothing up.
    private bool IsUsed(InvocationExpressionSyntax call, CancellationToken cancellation) =>
        call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || !method.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword)) || IsCalled(method.Identifier.ValueText, cancellation);

    private bool IsCalled(string name, CancellationToken cancellation) => Calls(name, cancellation).Any();

    private IEnumerable<InvocationExpressionSyntax> Calls(string name, CancellationToken cancellation) => Trees(name, cancellation).SelectMany(tree => TreeIndex.Of(tree, cancellation).CallsOf(name, tree.GetRoot(cancellation)));

    // In an attribute, a call, or the base of an attribute of the application.
    private bool IsStated(string name, CancellationToken cancellation) => Trees(name, cancellation).Any(tree => TreeIndex.Of(tree, cancellation).NodesOf(name, tree.GetRoot(cancellation)).Any(node =>
        node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? attribute.Name.Span.Contains(node.Span)
        : node.FirstAncestorOrSelf<BaseListSyntax>() is not null || node.Parent is ObjectCreationExpressionSyntax || (node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Name == node)));

    private IEnumerable<SyntaxTree> Trees(string name, CancellationToken cancellation) => _code.WrittenTreesWith(name, cancellation);

    private static string WithoutSuffix(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
