using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>BST8003: an application with an API of which no OpenAPI document is made. Reported once, where the application is run.</summary>
internal sealed class OpenApiNotEnabled() : HostRule(RuleCatalog.OpenApiNotEnabled, Anchors)
{
    public static readonly Option<OpenApiPlace> Where = Option.Choice(
        "openapi_document", OpenApiPlace.Application, "Where the OpenAPI document comes from: the application, or from outside of it (one written by hand, or none is needed).");

    // An application that shows pages has endpoints for their scripts and forms: of its API it says so in the path.
    private static readonly string[] Pages =
        ["MapRazorPages", "MapRazorComponents", "MapBlazorHub", "MapFallbackToPage", "AddControllersWithViews", "AddRazorPages", "AddServerSideBlazor", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute"];

    public override void Check(HostContext context)
    {
        if (context.Read(Where) == OpenApiPlace.External || context.Anchor() is not InvocationExpressionSyntax anchor) return;
        if (OpenApiDocuments.AreMade(context.Model, context.Cancellation) == Answer.No && HasApi(context)) context.Report(this, anchor);
    }

    private static bool HasApi(HostContext context)
    {
        var showsPages = Pages.Any(name => WrittenByHand.Mentions(context.Model.Code, name, context.Cancellation));
        return context.Model.Code.Compilation.SyntaxTrees.Any(tree => context.Model.Concerning(tree, context.Cancellation).Any(endpoint => IsOfApi(endpoint, showsPages, context.Cancellation)));
    }

    private static bool IsOfApi(Endpoint endpoint, bool besidePages, CancellationToken cancellation) =>
        DescribedEndpoints.Has(endpoint, cancellation) && (!besidePages || endpoint.Route(cancellation).Segments.Any(segment => segment.Equals("api", StringComparison.OrdinalIgnoreCase)));
}
