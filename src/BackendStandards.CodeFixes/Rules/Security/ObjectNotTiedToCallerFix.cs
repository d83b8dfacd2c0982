using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3060: asks for the owner beside the key. A draft: which claim holds the owner's identifier, and who else may see the thing, a person knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ObjectNotTiedToCallerFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Ask for the owner too", "BST3060.Owner", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ObjectNotTiedToCaller.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.TryGetValue(ObjectNotTiedToCaller.Owner, out var owner) || node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        // FindAsync(id) knows nothing but the key.
        var lambda = call.DescendantNodes().OfType<SimpleLambdaExpressionSyntax>().FirstOrDefault(static one => one.Body is BinaryExpressionSyntax);
        if (lambda is not { Body: ExpressionSyntax test, Parameter.Identifier.Text: var row } || (model.GetSymbolInfo(lambda, cancellation).Symbol as IMethodSymbol)?.Parameters.FirstOrDefault()?.Type is not { } entity) return null;
        IPropertySymbol? member = null;
        for (var at = entity; at is not null && member is null; at = at.BaseType) member = at.GetMembers(owner!).OfType<IPropertySymbol>().FirstOrDefault();
        if (member is null || CallerEdit.Identifier(model, call, member.Type, out var parameter) is not { } caller) return null;
        return await CallerEdit.ApplyAsync(document, model, call.SpanStart, [new(new TextSpan(test.Span.End, 0), $" && {row}.{owner} == {caller}")], parameter, cancellation).ConfigureAwait(false);
    }
}
