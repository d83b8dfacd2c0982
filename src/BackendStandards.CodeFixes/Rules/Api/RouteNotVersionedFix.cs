using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>
/// Puts a version into the route literal, and declares it on the controller where Asp.Versioning is in use.
/// Offered singly: every client of the route breaks.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RouteNotVersionedFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleCatalog.RouteNotVersioned.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (diagnostic.Properties.TryGetValue(RouteNotVersioned.NewRoute, out var route) && route is not null
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
            {
                var declares = diagnostic.Properties.ContainsKey(RouteNotVersioned.NeedsApiVersion);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Change the route to '{route}' (breaks existing clients)",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(Change(root, literal, route, declares))),
                        equivalenceKey: nameof(RouteNotVersionedFix)),
                    diagnostic);
            }
    }

    private static SyntaxNode Change(SyntaxNode root, LiteralExpressionSyntax literal, string route, bool declares)
    {
        var controller = declares ? literal.FirstAncestorOrSelf<ClassDeclarationSyntax>() : null;
        if (controller is null) return root.ReplaceNode(literal, RouteTextEdit.WithText(literal, route));
        var changed = controller.ReplaceNode(literal, RouteTextEdit.WithText(literal, route));
        changed = HasApiVersion(changed) ? changed : Declare(changed);
        root = root.ReplaceNode(controller, changed);
        return root is CompilationUnitSyntax unit ? UsingDirectives.Add(unit, "Asp.Versioning") : root;
    }

    private static bool HasApiVersion(ClassDeclarationSyntax controller) =>
        controller.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().EndsWith("ApiVersion", StringComparison.Ordinal));

    // As a list of its own after the last one: on a line with the indentation of the first, or on the same line where the class stands there too.
    private static ClassDeclarationSyntax Declare(ClassDeclarationSyntax controller)
    {
        var declared = SyntaxFactory.ParseCompilationUnit("[ApiVersion(1.0)] class C;").Members[0].AttributeLists[0].WithoutTrivia();
        var lineEnd = controller.AttributeLists.Last().GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var indentation = controller.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return controller.WithAttributeLists(controller.AttributeLists.Add(lineEnd.RawKind == 0
            ? declared.WithTrailingTrivia(SyntaxFactory.Space)
            : declared.WithLeadingTrivia(indentation.RawKind == 0 ? default : SyntaxFactory.TriviaList(indentation)).WithTrailingTrivia(lineEnd)));
    }
}
