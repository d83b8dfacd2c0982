using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2093: a plain name of the envelope that means another type or none, and an envelope that is there twice. The compiler says so too, and not what to do.</summary>
internal sealed class EnvelopeNameTaken() : Analysis(RuleCatalog.EnvelopeNameTaken)
{
    private static readonly string[] Names =
    [
        "ApiResponse", "ApiResults", "ErrorCodes", "ApiError", "ApiErrorDetail", "ApiErrorResponse", "ApiMeta", "ApiOk", "ApiPaged", "ApiCreated", "ApiAccepted", "ApiNotFound", "ApiConflict",
        "ApiValidationFailed", "ApiUnauthorized", "ApiForbidden", "ApiFailed", "ApiEnvelope", "ApiEnvelopeOptions",
    ];

    public override void Start(RuleRegistration registration, Models models)
    {
        var compilation = registration.Compilation;
        var twice = new Fact<string>(_ => Twice(compilation));
        var isImported = new Fact<bool>(cancellation => models.Code.WrittenTreesWith(ResponseFormat.Namespace, cancellation).Any(tree => UsingsOf(tree.GetRoot(cancellation)).Any(static one => one.GlobalKeyword.RawKind != 0)));
        registration.OnDocument(document =>
        {
            var (model, cancellation) = (document.SemanticModel, document.CancellationToken);
            var root = model.SyntaxTree.GetRoot(cancellation);
            var index = TreeIndex.Of(model.SyntaxTree, cancellation);
            List<UsingDirectiveSyntax> imports = index.Mentions(ResponseFormat.Namespace) ? [.. UsingsOf(root)] : [];
            if (imports.Count > 0 && twice.Get(cancellation) is { Length: > 0 } remedy)
            {
                foreach (var import in imports) Report(document, import.Name!, remedy);
                return;
            }
            foreach (var name in Names)
            {
                if (!index.Mentions(name) || (imports.Count == 0 && !isImported.Get(cancellation))) continue;
                foreach (var node in index.NodesOf(name, root).OfType<SimpleNameSyntax>())
                    if (!IsQualified(node) && Other(node, model, cancellation) is { } other) Report(document, node, other);
            }
        });
    }

    private static void Report(SemanticModelAnalysisContext document, NameSyntax place, string what) =>
        document.ReportDiagnostic(Diagnostic.Create(RuleCatalog.EnvelopeNameTaken, place.GetLocation(), place is SimpleNameSyntax name ? name.Identifier.ValueText : place.ToString(), what));

    private static IEnumerable<UsingDirectiveSyntax> UsingsOf(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
            .Where(static one => one is { Alias: null, StaticKeyword.RawKind: 0, Name: IdentifierNameSyntax { Identifier.ValueText: ResponseFormat.Namespace } });

    private static bool IsQualified(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name) || (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name) || name.Parent is AliasQualifiedNameSyntax or MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax;

    private static string? Other(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        var found = model.GetSymbolInfo(name, cancellation);
        if (found is { CandidateReason: CandidateReason.Ambiguous, CandidateSymbols: var candidates } && candidates.OfType<INamedTypeSymbol>().Any(IsOfEnvelope)
            && candidates.OfType<INamedTypeSymbol>().FirstOrDefault(static one => !IsOfEnvelope(one)) is { } other)
            return $"means two types, that of the envelope and '{NameOf(other)}': write {ResponseFormat.Namespace}.{name.Identifier.ValueText}, or give the other one another name";
        // A type of the same name stands nearer, and lacks what is asked for.
        if (found.Symbol is not INamedTypeSymbol { TypeKind: not TypeKind.Error } own || IsOfEnvelope(own) || name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } || HasMember(own, member)) return null;
        var meant = model.Compilation.GetTypesByMetadataName($"{ResponseFormat.Namespace}.{own.MetadataName}").FirstOrDefault();
        return meant is not null && IsOfEnvelope(meant) && HasMember(meant, member)
            ? $"means '{NameOf(own)}' here, and not the type of the envelope: write {ResponseFormat.Namespace}.{name.Identifier.ValueText}, or give the other one another name"
            : null;
    }

    // Which names there are twice, and what to do about it.
    private static string Twice(Compilation compilation)
    {
        if (In(compilation, "ApiResponse`1") is { Length: > 1 } types)
            return $"is emitted into {string.Join(" and ", types)}, so that each of its types is there twice: set <BackendStandardsEnvelope>types</BackendStandardsEnvelope> in one project and integration in those that reference it";
        return In(compilation, "ApiResults") is { Length: > 1 } results
            ? $"is emitted into {string.Join(" and ", results)}, so that each of its types is there twice: set <BackendStandardsEnvelopeVisibility>internal</BackendStandardsEnvelopeVisibility> in the one whose results no other project uses"
            : "";
    }

    private static string[] In(Compilation compilation, string type) =>
        compilation.GetTypesByMetadataName($"{ResponseFormat.Namespace}.{type}").Where(one => compilation.IsSymbolAccessibleWithin(one, compilation.Assembly)).Select(static one => one.ContainingAssembly.Name).OrderBy(static one => one, StringComparer.Ordinal).ToArray();

    private static bool IsOfEnvelope(INamedTypeSymbol type) => type.ContainingNamespace is { Name: ResponseFormat.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    private static bool HasMember(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? up = type; up is not null; up = up.BaseType)
            if (!up.GetMembers(name).IsEmpty) return true;
        return false;
    }

    private static string NameOf(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
