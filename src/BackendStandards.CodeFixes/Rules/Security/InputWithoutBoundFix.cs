using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3003: puts the bound on the member, where annotations are read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class InputWithoutBoundFix : CodeFixProvider
{
    private const string Key = "BST3003.Bound";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.InputWithoutBound.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => BoundAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var annotations = new ModelAnnotations();
            if (await AddAsync(annotations, context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } attribute)
                context.RegisterCodeFix(CodeAction.Create($"Bound it with [{attribute}]", token => annotations.ApplyAsync(context.Document.Project.Solution, token), Key), diagnostic);
        }
    }

    // Null for a member of an entity, where a length is the database's too, and where nobody reads annotations.
    private static async Task<string?> AddAsync(ModelAnnotations annotations, Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(InputWithoutBound.Annotation, out var attribute) || attribute is null
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var declaration = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<SyntaxNode>(static node => node is PropertyDeclarationSyntax or ParameterSyntax);
        if (declaration is null) return null;
        var owner = declaration is PropertyDeclarationSyntax ? declaration.Parent : declaration.Parent?.Parent;
        if (owner is TypeDeclarationSyntax && model.GetDeclaredSymbol(owner, cancellation) is INamedTypeSymbol type && EntityTypes.Includes(type, model.Compilation, cancellation)) return null;
        annotations.Add(declaration, attribute);
        return attribute;
    }

    private sealed class BoundAllProvider : FixAllProvider
    {
        public static readonly BoundAllProvider Instance = new();

        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var annotations = new ModelAnnotations();
            foreach (var diagnostic in await Findings.OfAsync(context).ConfigureAwait(false))
                if (diagnostic.Location.SourceTree is { } tree && context.Solution.GetDocument(tree) is { } document)
                    await AddAsync(annotations, document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            return CodeAction.Create("Bound all of them", token => annotations.ApplyAsync(context.Solution, token), Key);
        }
    }
}
