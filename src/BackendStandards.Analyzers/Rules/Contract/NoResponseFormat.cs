using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>
/// BST2001 where nobody has chosen a response format: a suggestion, once, where the application is run. The single answers are no findings then, as no one says what
/// they should look like.
/// </summary>
internal sealed class NoResponseFormat() : HostRule(RuleCatalog.ResponseOutsideEnvelope, Anchors)
{
    /// <summary>The diagnostic's property that tells this finding from one about a single answer: the format is for people to choose.</summary>
    public const string Unchosen = nameof(Unchosen);

    // What shapes errors or answers in forms that take any shape, and what answers pages rather than data: their names alone are enough to be silent.
    private static readonly string[] Signs =
    [
        "IProblemDetailsService", "IProblemDetailsWriter", "ProblemDetailsFactory", "UseProblemDetails", "AddHellangProblemDetails", "IStartupFilter",
        "IActionFilter", "IAsyncActionFilter", "IExceptionHandler", "IExceptionFilter", "IAsyncExceptionFilter", "ExceptionFilterAttribute", "AddFastEndpoints", "AddApiEnvelope",
        "AddControllersWithViews", "AddMvc", "AddRazorPages", "AddRazorComponents", "AddServerSideBlazor", "MapReverseProxy", "UseOcelot",
    ];

    private static readonly string[] Outcomes = ["Success", "IsSuccess", "Succeeded", "IsError", "IsSuccessful"];

    private static readonly Func<TreeIndex, SyntaxNode, object> DeclaresFormat = static (index, root) => Outcomes.Any(index.Mentions) && root.DescendantNodes().Any(IsOutcome);

    public override void Check(HostContext context)
    {
        var (code, cancellation) = (context.Model.Code, context.Cancellation);
        if (context.Anchor() is not InvocationExpressionSyntax anchor || context.Read(ResponseFormat.Style) != ResponseStyle.Auto) return;
        if (ResponseFormat.IsEmitted(code.Compilation) || Signs.Concat(ResponseFormat.Wrappers).Concat(NoGlobalExceptionHandling.EndpointFilters).Any(name => code.WrittenTreesWith(name, cancellation).Any())) return;
        if (context.Hosting.Registers("AddProblemDetails", cancellation) != Answer.No || context.Hosting.MayHoldMore(HostSide.Pipeline, cancellation)) return;
        if (code.Indexes(cancellation).Any(entry => entry.Index.Derived(entry.Tree, DeclaresFormat, cancellation) is true) || !ApiEndpoints.Exist(context)) return;
        context.Report(this, anchor, DiagnosticSeverity.Info, ImmutableDictionary<string, string?>.Empty.Add(Unchosen, "true"), "The API",
            "in no format that was chosen: set <BackendStandardsEnvelope>full</BackendStandardsEnvelope> in the project, call AddProblemDetails(), or say backend_standards.response_style = none");
    }

    // By spelling: a type that says whether it succeeded is a format of its author's.
    private static bool IsOutcome(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword } } property => Outcomes.Contains(property.Identifier.ValueText),
        ParameterSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword }, Parent.Parent: RecordDeclarationSyntax } parameter => Outcomes.Contains(parameter.Identifier.ValueText),
        _ => false,
    };
}
