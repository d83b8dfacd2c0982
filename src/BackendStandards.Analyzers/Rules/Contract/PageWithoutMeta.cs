using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2005: an endpoint that takes a page answers in the envelope with a list alone, and clients do not learn how many there are.</summary>
internal sealed class PageWithoutMeta() : EndpointRule(RuleCatalog.PageWithoutMeta)
{
    // A handler that names one of these says the total in a way of its own.
    private static readonly string[] Says = ["Paged", "Meta", "ApiMeta", "Headers", "AppendHeader", "AddPaginationHeader"];

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || !ResponseFormat.IsAsked(context) || !ResponseFormat.IsCovered(endpoint, cancellation)) return;
        if (!PageInputs.AreTaken(endpoint, cancellation)) return;
        var isWrapped = ResponseFormat.IsWrapped(this, endpoint, context);
        if (isWrapped == Answer.Unknown) return;
        foreach (var (returned, function, body) in ReturnedResult.ReturnedBy(endpoint, context))
        {
            if (AnsweredList.Read(returned, body.At(returned)) is not { } list || SaysMore(function) || MayBeConverted(list.DataType, context)) continue;
            if (list.Shape is ListShape.Plain or ListShape.PlainBody or ListShape.PlainResult && isWrapped != Answer.Yes) continue;
            var isResult = list.Shape is ListShape.Result or ListShape.PlainResult || (list.Shape == ListShape.Plain && endpoint.Controller is null);
            context.Report(this, list.Place, ImmutableDictionary<string, string?>.Empty, context.Describe(endpoint), isResult ? "ApiResults" : "ApiResponse");
        }
    }

    // Where one answer has its meta, its author knows of it: the others are what somebody gets who asks for no page.
    private static bool SaysMore(SyntaxNode function) => function.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => Array.IndexOf(Says, name.Identifier.ValueText) >= 0);

    // A list of the application's own is written as a list, unless a converter says otherwise.
    private bool MayBeConverted(ITypeSymbol type, EndpointContext context) =>
        type is INamedTypeSymbol && type.ContainingNamespace is not { Name: "Generic", ContainingNamespace.Name: "Collections" } && !AspNet.IsKnown(type)
        && context.RememberForAll(this, nameof(MayBeConverted), () => context.Model.Code.WrittenTreesWith("JsonConverter", context.Cancellation).Any() || context.Model.Code.WrittenTreesWith("Converters", context.Cancellation).Any());
}
