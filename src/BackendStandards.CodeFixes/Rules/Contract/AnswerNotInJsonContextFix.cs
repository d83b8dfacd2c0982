using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Fixes BST2092: names the type at the context, in whichever file that stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AnswerNotInJsonContextFix : CodeFixProvider
{
    private const string Key = "BST2092.Add";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.AnswerNotInJsonContext.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new All();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var finding in context.Diagnostics)
            if (await ApplyAsync(context.Document.Project, finding, context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create("Name the type in the JSON context", _ => Task.FromResult(changed), Key), finding);
    }

    private static async Task<Solution?> ApplyAsync(Project project, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.TryGetValue(AnswerNotInJsonContext.TypeToAdd, out var type) || type is null
            || !finding.Properties.TryGetValue(AnswerNotInJsonContext.ContextToExtend, out var name) || name is null
            || await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation || DocumentationCommentId.GetFirstSymbolForDeclarationId(name, compilation) is not INamedTypeSymbol context) return null;
        var declarations = context.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>().ToList();
        var declaration = declarations.Find(static one => one.AttributeLists.Any(IsListOfTypes)) ?? declarations.Find(one => project.GetDocument(one.SyntaxTree) is { } written && written.FilePath?.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) != true);
        if (declaration is null || project.GetDocument(declaration.SyntaxTree) is not { } document) return null;
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var named = model.GetSpeculativeTypeInfo(declaration.SpanStart, SyntaxFactory.ParseTypeName(type), SpeculativeBindingOption.BindAsTypeOrNamespace).Type;
        if (named is null or IErrorTypeSymbol) return null;
        if (context.GetAttributes().Any(one => one.ConstructorArguments is { Length: > 0 } given && given[0].Value is ITypeSymbol there && SymbolEqualityComparer.Default.Equals(there, named))) return null;
        var text = $"JsonSerializable(typeof({named.ToMinimalDisplayString(model, declaration.SpanStart, SymbolDisplayFormat.MinimallyQualifiedFormat)}))";
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, With(declaration, text, LineBreaks.Of(root)))).Project.Solution;
    }

    // A line of its own behind the others of its kind, else before whatever the class begins with.
    private static TypeDeclarationSyntax With(TypeDeclarationSyntax declaration, string attribute, SyntaxTrivia lineEnd)
    {
        var first = declaration.GetFirstToken().LeadingTrivia;
        var indent = first.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var list = SyntaxFactory.ParseCompilationUnit($"[{attribute}] class C;").Members[0].AttributeLists[0].WithTrailingTrivia(lineEnd);
        var at = declaration.AttributeLists.LastIndexOf(IsListOfTypes) + 1;
        if (at > 0) return declaration.WithAttributeLists(declaration.AttributeLists.Insert(at, list.WithLeadingTrivia(indent)));
        var bare = declaration.ReplaceToken(declaration.GetFirstToken(), declaration.GetFirstToken().WithLeadingTrivia(indent));
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list.WithLeadingTrivia(first)));
    }

    private static bool IsListOfTypes(AttributeListSyntax list) => list.Attributes.Any(static one => one.Name.ToString().EndsWith("JsonSerializable", StringComparison.Ordinal));

    /// <summary>One type after the other: all of them are lines of one class, and several findings ask for the same.</summary>
    private sealed class All : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var cancellation = fixAllContext.CancellationToken;
            var solution = fixAllContext.Solution;
            foreach (var project in await Findings.ByProjectAsync(fixAllContext).ConfigureAwait(false))
                foreach (var finding in project.OrderBy(static one => one.Properties.TryGetValue(AnswerNotInJsonContext.TypeToAdd, out var type) ? type : "", StringComparer.Ordinal))
                    solution = await ApplyAsync(solution.GetProject(project.Key)!, finding, cancellation).ConfigureAwait(false) ?? solution;
            return CodeAction.Create("Name the types in the JSON context", _ => Task.FromResult(solution), Key);
        }
    }
}
