using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Fixes BST3017 for keys and tokens in the query string: takes them from a header. Clients have to change with it, so it is offered singly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CredentialInUrlFix : CodeFixProvider
{
    private const string Key = "BST3017.FromHeader";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.CredentialInUrl.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (diagnostic.Properties.TryGetValue(CredentialInUrl.Header, out var header) && header is not null && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is { } parameter && CanChange(parameter))
                context.RegisterCodeFix(CodeAction.Create($"Take it from the header {header}", cancellation => EditAsync(context.Document, parameter, header, cancellation), Key), diagnostic);
    }

    private static bool CanChange(ParameterSyntax parameter) => parameter.AttributeLists.Count == 0 || (parameter.AttributeLists.Count == 1 && parameter.AttributeLists[0].Attributes.Count == 1 && IsFromQuery(parameter.AttributeLists[0].Attributes[0]));

    private static bool IsFromQuery(AttributeSyntax attribute) => attribute.Name.ToString().Split('.').Last() is "FromQuery" or "FromQueryAttribute";

    private static async Task<Document> EditAsync(Document document, ParameterSyntax parameter, string header, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return document;
        var attribute = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName("FromHeader"),
            SyntaxFactory.ParseAttributeArgumentList($"(Name = \"{header}\")")))).WithTrailingTrivia(SyntaxFactory.Space);
        var bare = parameter.WithAttributeLists(default).WithoutLeadingTrivia();
        var changed = bare.WithAttributeLists(SyntaxFactory.SingletonList(attribute)).WithLeadingTrivia(parameter.GetLeadingTrivia());
        var unit = root.ReplaceNode(parameter, changed);
        if (!model.LookupNamespacesAndTypes(parameter.SpanStart, name: "FromHeaderAttribute").Any()) unit = UsingDirectives.Add(unit, "Microsoft.AspNetCore.Mvc");
        return document.WithSyntaxRoot(unit);
    }
}
