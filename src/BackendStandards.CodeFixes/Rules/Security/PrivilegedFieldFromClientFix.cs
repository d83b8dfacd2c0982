using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>
/// BST3070: takes the owner from the signed-in user, or leaves the member out of what is read from the body. One by one: somebody has to know who may set it then.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PrivilegedFieldFromClientFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.PrivilegedFieldFromClient.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var finding in context.Diagnostics)
        {
            if (!finding.Properties.TryGetValue(PrivilegedFieldFromClient.Kind, out var kind)) continue;
            if (kind == nameof(PrivilegeKind.Owner))
            {
                if (finding.Properties.ContainsKey(PrivilegedFieldFromClient.IsInHandler) && await FromCallerAsync(context.Document, SequentialFixAll.NodeAt(root, finding), context.CancellationToken).ConfigureAwait(false) is { } document)
                    context.RegisterCodeFix(CodeAction.Create("Take it from the signed-in user", _ => Task.FromResult(document), "BST3070.Caller"), finding);
            }
            else if (await IgnoredAsync(context.Document.Project, finding, context.CancellationToken).ConfigureAwait(false) is { } solution)
                context.RegisterCodeFix(CodeAction.Create("Leave it out of the request", _ => Task.FromResult(solution), "BST3070.Ignore"), finding);
        }
    }

    private static async Task<Document?> FromCallerAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        var assignment = node.FirstAncestorOrSelf<AssignmentExpressionSyntax>();
        if (assignment is null || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || model.GetTypeInfo(assignment.Left, cancellation).Type is not { } type) return null;
        return await CallerEdit.ReplaceAsync(document, model, assignment.Right, type, cancellation).ConfigureAwait(false);
    }

    // [JsonIgnore] leaves it what it is by default; other code of the application may still set it.
    private static async Task<Solution?> IgnoredAsync(Project project, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.ContainsKey(PrivilegedFieldFromClient.IsJson) || !finding.Properties.TryGetValue(PrivilegedFieldFromClient.ModelType, out var type) || !finding.Properties.TryGetValue(PrivilegedFieldFromClient.Member, out var member)) return null;
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation) return null;
        var found = compilation.GetSymbolsWithName(type!, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>().SelectMany(one => one.GetMembers(member!)).OfType<IPropertySymbol>().ToList();
        if (found.Count != 1 || found[0] is { IsRequired: true } || found[0].DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || project.Solution.GetDocument(reference.SyntaxTree) is not { } declaring) return null;
        var changed = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) switch
        {
            PropertyDeclarationSyntax property => await CheckedEdit.ReplaceAsync(declaring, property, With(property, "[JsonIgnore]"), ["System.Text.Json.Serialization"], cancellation).ConfigureAwait(false),
            ParameterSyntax parameter => await CheckedEdit.ReplaceAsync(declaring, parameter, With(parameter, "[property: JsonIgnore]"), ["System.Text.Json.Serialization"], cancellation).ConfigureAwait(false),
            _ => null,
        };
        return changed?.Project.Solution;
    }

    private static SyntaxNode With(SyntaxNode member, string attribute)
    {
        // Parsed, so that nothing about it is elastic and moved by the formatter.
        var list = ((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"record R({attribute} int C);")!).ParameterList!.Parameters[0].AttributeLists[0].WithTrailingTrivia(SyntaxFactory.Space);
        var bare = member.WithoutLeadingTrivia();
        var written = bare is PropertyDeclarationSyntax property ? property.WithAttributeLists(property.AttributeLists.Insert(0, list)) : (SyntaxNode)((ParameterSyntax)bare).WithAttributeLists(((ParameterSyntax)bare).AttributeLists.Insert(0, list));
        return written.WithLeadingTrivia(member.GetLeadingTrivia());
    }
}
