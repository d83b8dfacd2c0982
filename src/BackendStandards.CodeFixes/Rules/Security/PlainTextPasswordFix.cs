using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Fixes BST3080 where a stored object has a member for the hash: fills that by a <c>PasswordHasher</c>. Whoever reads the password has to change too, so it is offered singly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PlainTextPasswordFix : CodeFixProvider
{
    private const string Key = "BST3080.HashPassword";
    private const string Hasher = "Microsoft.AspNetCore.Identity.IPasswordHasher`1";
    private const string NewHasher = "passwordHasher";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.PlainTextPassword.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, diagnostic), context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create("Store the password's hash", _ => Task.FromResult(changed), Key), diagnostic);
    }

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node.Parent is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax stored } target } assignment || assignment.Right != node
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(stored, cancellation).Type is not INamedTypeSymbol owner || model.Compilation.GetTypeByMetadataName(Hasher) is not { } hasher
            || owner.GetMembers(target.Name.Identifier.ValueText + "Hash").FirstOrDefault() is not IPropertySymbol { SetMethod.IsInitOnly: false, Type.SpecialType: SpecialType.System_String } hash) return null;
        var wanted = hasher.Construct(owner);
        var known = model.LookupSymbols(node.SpanStart).FirstOrDefault(symbol => TypeOf(symbol) is { } type && (SymbolEqualityComparer.Default.Equals(type, wanted) || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default)));
        var text = $"{stored}.{hash.Name} = {known?.Name ?? NewHasher}.HashPassword({stored}, {node})";
        if (known is not null) return await CheckedEdit.ReplaceAsync(document, assignment, SyntaxFactory.ParseExpression(text), [], cancellation).ConfigureAwait(false);
        // One more service for the primary constructor; it is registered by AddIdentity, or has to be.
        if (assignment.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax { ParameterList: { Parameters.Count: > 0 } parameters } || model.LookupSymbols(node.SpanStart, name: NewHasher).Any()
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return null;
        var marked = root.TrackNodes(assignment, parameters);
        var injected = SyntaxFactory.ParseParameterList($"(IPasswordHasher<{owner.ToMinimalDisplayString(model, node.SpanStart)}> {NewHasher})").Parameters[0].WithLeadingTrivia(SyntaxFactory.Space);
        var current = marked.GetCurrentNode(parameters)!;
        marked = marked.ReplaceNode(current, current.AddParameters(injected));
        var prepared = document.WithSyntaxRoot(marked);
        if (await prepared.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } written || written.GetCurrentNode(assignment) is not { } place) return null;
        return await CheckedEdit.ReplaceAsync(prepared, place, SyntaxFactory.ParseExpression(text), ["Microsoft.AspNetCore.Identity"], cancellation).ConfigureAwait(false);
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
