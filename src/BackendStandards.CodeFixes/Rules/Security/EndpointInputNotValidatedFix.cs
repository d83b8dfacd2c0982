using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Annotates the model of an unvalidated parameter, wherever it is declared; or writes a FluentValidation validator for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EndpointInputNotValidatedFix : CodeFixProvider
{
    internal const string AnnotateKey = "BST3001.Annotate";
    private const string ValidatorKey = "BST3001.Validator";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.EndpointInputNotValidated.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AnnotateAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellation) = (context.Document, context.CancellationToken);
        if (await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ModelAtAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } model) continue;
            var annotations = new ModelAnnotations();
            annotations.Add(model, compilation, cancellation);
            if (annotations.Any)
                context.RegisterCodeFix(CodeAction.Create($"Annotate '{model.Name}'", token => annotations.ApplyAsync(document.Project.Solution, token), AnnotateKey), diagnostic);
            if (ValidatorScaffold.Fits(model, compilation) && DeclarationOf(model, document.Project.Solution, cancellation) is { } place)
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Create a FluentValidation validator for '{model.Name}'",
                        async token => place.Document.WithSyntaxRoot(ValidatorScaffold.Write((await place.Document.GetSyntaxRootAsync(token).ConfigureAwait(false))!, place.Declaration, model)),
                        ValidatorKey),
                    diagnostic);
        }
    }

    /// <summary>The model of the parameter that a finding stands on.</summary>
    internal static async Task<INamedTypeSymbol?> ModelAtAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ParameterSyntax>() is { } parameter
            && model.GetDeclaredSymbol(parameter, cancellation) is { } symbol ? InputTypes.ModelOf(symbol.Type) : null;
    }

    private static (Document Document, TypeDeclarationSyntax Declaration)? DeclarationOf(INamedTypeSymbol model, Solution solution, CancellationToken cancellation)
    {
        foreach (var reference in model.DeclaringSyntaxReferences)
            if (solution.GetDocument(reference.SyntaxTree) is { } document && reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration)
                return (document, declaration);
        return null;
    }
}
