using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>
/// Whether something added to <c>MvcOptions.Conventions</c>, or to the conventions of API versioning, may change the routes, versions or access of controllers.
/// What a convention does is judged by what its source mentions; one from a library may do anything.
/// </summary>
internal sealed class RouteConventions(CodeBase code)
{
    private static readonly string[] Touches = ["AttributeRouteModel", "Selectors", "ControllerName", "ApiVersion", "ApiVersionModel"];
    private static readonly string[] Authorizes = ["AuthorizeFilter", "EndpointMetadata", "AllowAnonymousFilter", "AuthorizeAttribute", "Filters"];

    /// <summary>Whether any may change routes or versions.</summary>
    public bool MayRoute(CancellationToken cancellation) => Any(Touches, ofVersioning: true, cancellation);

    /// <summary>Whether any may add authorization, or allow anonymous callers.</summary>
    public bool MayAuthorize(CancellationToken cancellation) => Any(Authorizes, ofVersioning: false, cancellation);

    private bool Any(string[] touched, bool ofVersioning, CancellationToken cancellation)
    {
        foreach (var tree in code.WrittenTreesWith("Conventions", cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf("Conventions", root))
                if (node is IdentifierNameSyntax name && May(name, touched, ofVersioning, cancellation))
                    return true;
        }
        return false;
    }

    private bool May(IdentifierNameSyntax name, string[] touched, bool ofVersioning, CancellationToken cancellation)
    {
        var written = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (SyntaxNode)access : name;
        if (code.BodyAround(written, cancellation)?.At(written) is not IPropertyReferenceOperation { Property: var property } reference || !AspNet.IsKnown(property)) return false;
        if (property.ContainingType.Name != "MvcOptions") return ofVersioning && property.ContainingType.Name is ("MvcApiVersioningOptions" or "ApiVersioningOptions");
        var call = reference.Parent as IInvocationOperation ?? (reference.Parent as IArgumentOperation)?.Parent as IInvocationOperation;
        if (call is null) return true;
        var convention = call.Arguments.Select(argument => Values.Unwrap(argument.Value)).Select(value => value.Type)
            .FirstOrDefault(type => type is not null && type.AllInterfaces.Any(one => one.Name.EndsWith("Convention", StringComparison.Ordinal)));
        return convention is null || !AspNet.InSource(convention)
            || convention.DeclaringSyntaxReferences.Any(declaration => touched.Any(TreeIndex.Of(declaration.SyntaxTree, cancellation).Mentions));
    }
}
