using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Fixes BST2004: spells a code as codes are spelled, by its constant where there is one; or makes it a constant of the catalogue.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ErrorCodeNotInCatalogueFix : CodeFixProvider
{
    private const string Key = "BST2004.Spell";
    private const string AddKey = "BST2004.Add";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ErrorCodeNotInCatalogue.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new All();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal) continue;
            if (diagnostic.Properties.TryGetValue(ErrorCodeNotInCatalogue.NewCode, out var code) && code is not null)
            {
                var replacement = ConstantOf(code, literal, model) ?? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(code));
                context.RegisterCodeFix(
                    CodeAction.Create($"Write '{replacement}'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, replacement.WithTriviaFrom(literal)))), Key),
                    diagnostic);
            }
            if (await ErrorCodeCatalogue.AddAsync(context.Document.Project, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } added)
                context.RegisterCodeFix(CodeAction.Create("Add the code to the catalogue", _ => Task.FromResult(added), AddKey), diagnostic);
        }
    }

    private static ExpressionSyntax? ConstantOf(string code, LiteralExpressionSyntax literal, SemanticModel model) =>
        model.LookupNamespacesAndTypes(literal.SpanStart, name: "ErrorCodes").OfType<INamedTypeSymbol>().FirstOrDefault() is { } type
        && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field is { IsConst: true } && code.Equals(field.ConstantValue)) is { } constant
            ? SyntaxFactory.ParseExpression($"ErrorCodes.{constant.Name}")
            : null;

    /// <summary>Spelling is one edit a finding; what goes into the catalogue goes there at once, each code once.</summary>
    private sealed class All : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            if (fixAllContext.CodeActionEquivalenceKey != AddKey) return await WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext).ConfigureAwait(false);
            var solution = fixAllContext.Solution;
            foreach (var project in await Findings.ByProjectAsync(fixAllContext).ConfigureAwait(false))
                solution = await ErrorCodeCatalogue.AddAsync(solution.GetProject(project.Key)!, [.. project], fixAllContext.CancellationToken).ConfigureAwait(false) ?? solution;
            return CodeAction.Create("Add the codes to the catalogue", _ => Task.FromResult(solution), AddKey);
        }
    }
}
