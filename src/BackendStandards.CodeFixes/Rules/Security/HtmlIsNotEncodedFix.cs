using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3010: encodes the value, where it stands between tags.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HtmlIsNotEncodedFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Encode the value for HTML", "BST3010.Encode", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.HtmlIsNotEncoded.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax text || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root) return null;
        var reader = new InputParts(model, "html", cancellation);
        var parts = reader.Of(text) ?? (reader.Built(text) is var whole && whole == text && text is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax && reader.IsInput(text) ? [(text, "")] : null);
        if (parts is null || parts.Any(part => !IsBetweenTags(part.Before) || MayBeMarkup(part.Part, model, cancellation) || model.GetTypeInfo(part.Part, cancellation).Type?.SpecialType != SpecialType.System_String)) return null;
        var isKnown = model.LookupNamespacesAndTypes(text.SpanStart, name: "HtmlEncoder").Any(symbol => symbol is INamedTypeSymbol { ContainingNamespace.Name: "Web" });
        var changed = root.ReplaceNodes(parts.Select(part => part.Part), (original, part) =>
        {
            var mayBeNull = model.GetTypeInfo(original, cancellation).Nullability.FlowState == NullableFlowState.MaybeNull;
            return SyntaxFactory.ParseExpression($"HtmlEncoder.Default.Encode({part.WithoutTrivia()}{(mayBeNull ? " ?? \"\"" : "")})").WithTriviaFrom(part);
        });
        return document.WithSyntaxRoot(isKnown ? changed : UsingDirectives.Add(changed, "System.Text.Encodings.Web"));
    }

    // What a method of the project gives may be a piece of the page.
    private static bool MayBeMarkup(ExpressionSyntax part, SemanticModel model, CancellationToken cancellation) =>
        part is InvocationExpressionSyntax && model.GetSymbolInfo(part, cancellation).Symbol is not { DeclaringSyntaxReferences.IsEmpty: true };

    // In a tag, a script or a style other characters do harm than those that are encoded.
    private static bool IsBetweenTags(string before)
    {
        var text = before.ToLowerInvariant();
        return text.LastIndexOf('<') <= text.LastIndexOf('>') && text.LastIndexOf("<script", StringComparison.Ordinal) <= text.LastIndexOf("</script", StringComparison.Ordinal)
            && text.LastIndexOf("<style", StringComparison.Ordinal) <= text.LastIndexOf("</style", StringComparison.Ordinal);
    }
}
