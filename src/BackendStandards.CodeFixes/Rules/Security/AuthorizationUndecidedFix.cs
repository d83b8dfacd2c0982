using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>
/// BST3050: requires authorization, allows anonymous callers expressly, or requires authorization wherever nothing else is said. Who may call is for a
/// person to say, so there is no "fix all". Authorization is required only where what it needs is registered.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AuthorizationUndecidedFix : CodeFixProvider
{
    private const string Fallback = ".Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.AuthorizationUndecided.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellation) = (context.Document, context.CancellationToken);
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return;
        foreach (var finding in context.Diagnostics)
        {
            if (finding.Location.SourceTree != root.SyntaxTree && finding.Location.SourceSpan.End > root.FullSpan.End) continue;
            var node = SequentialFixAll.NodeAt(root, finding);
            var canRequire = finding.Properties.ContainsKey(AuthorizationUndecided.CanRequire);
            if (canRequire) Offer("Require authorization", "BST3050.Require", await DecideAsync(document, node, "Authorize", "RequireAuthorization", cancellation).ConfigureAwait(false));
            Offer("Allow anonymous callers", "BST3050.Anonymous", await DecideAsync(document, node, "AllowAnonymous", "AllowAnonymous", cancellation).ConfigureAwait(false));
            if (canRequire) Offer("Require authorization wherever nothing else is said", "BST3050.Fallback", await FallBackAsync(document.Project, cancellation).ConfigureAwait(false));

            void Offer(string title, string key, Document? changed)
            {
                if (changed is not null) context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed.Project.Solution), key), finding);
            }
        }
    }

    private static async Task<Document?> DecideAsync(Document document, SyntaxNode node, string attribute, string method, CancellationToken cancellation) => node switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } =>
            await CheckedEdit.ReplaceAsync(document, call, SyntaxFactory.ParseExpression($"{call.WithoutTrivia()}.{method}()"), ["Microsoft.AspNetCore.Builder"], cancellation).ConfigureAwait(false),
        MethodDeclarationSyntax action => await CheckedEdit.ReplaceAsync(document, action, Attributes.Add(action, attribute), ["Microsoft.AspNetCore.Authorization"], cancellation).ConfigureAwait(false),
        _ => null,
    };

    // In whichever document the application is built.
    private static async Task<Document?> FallBackAsync(Project project, CancellationToken cancellation)
    {
        foreach (var document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root || !TreeIndex.Of(root.SyntaxTree, cancellation).Mentions("Build")
                || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || StartupEdit.In(root, model, cancellation) is not { } startup) continue;
            // It came with ASP.NET Core 7.
            if (model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.AuthorizationBuilder") is null) return null;
            var added = (CompilationUnitSyntax)startup.Add(startup.Builder + Fallback, null);
            return document.WithSyntaxRoot(UsingDirectives.Add(added, "Microsoft.AspNetCore.Authorization"));
        }
        return null;
    }
}
