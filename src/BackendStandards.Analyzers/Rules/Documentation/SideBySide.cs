using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>
/// The endpoints that their author wrote side by side: the actions of one type, the mapping calls of one function. Where none of them says what is asked,
/// that was one decision, and it is reported once.
/// </summary>
internal sealed class SideBySide
{
    private SideBySide(ISymbol? type, SyntaxNode place, IReadOnlyList<Endpoint> endpoints) => (Type, Place, Endpoints) = (type, place, endpoints);

    /// <summary>The type that declares the actions; null for mapping calls.</summary>
    public ISymbol? Type { get; }

    /// <summary>What is around them: the first declaration of the type, the function, or the file.</summary>
    public SyntaxNode Place { get; }

    /// <summary>The endpoints that stand in the description, each declaration once, in the order of the text.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; }

    /// <summary>Those around an endpoint.</summary>
    public static SideBySide Of(Endpoint endpoint, EndpointRule rule, EndpointContext context)
    {
        var type = endpoint.Kind == EndpointKind.Controller ? endpoint.Handler?.ContainingType.OriginalDefinition : null;
        var places = type is null ? [Around(endpoint.Declaration)] : type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.Cancellation)).OrderBy(place => place.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(place => place.SpanStart).ToList();
        // A place in metadata has no declaration that could be reported.
        return context.Remember(rule, places[0], () => new SideBySide(type, places[0], Gather(endpoint.Kind, places, context)));
    }

    private static IReadOnlyList<Endpoint> Gather(EndpointKind kind, IReadOnlyList<SyntaxNode> places, EndpointContext context)
    {
        var found = new List<Endpoint>();
        foreach (var place in places)
            found.AddRange(context.Model.DeclaredIn(place.SyntaxTree, context.Cancellation)
                .Where(other => other.Kind == kind && (kind == EndpointKind.Controller ? place.Span.Contains(other.Declaration.Span) : Around(other.Declaration) == place) && DescribedEndpoints.Has(other, context.Cancellation)));
        return [.. found.GroupBy(other => other.Declaration).Select(same => same.First())];
    }

    /// <summary>The function, or the file, in which an endpoint is mapped.</summary>
    public static SyntaxNode Around(SyntaxNode declaration) =>
        declaration.Parent?.FirstAncestorOrSelf<SyntaxNode>(static node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax) ?? declaration;
}
