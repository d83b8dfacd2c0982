using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3054: gives a cookie the attributes that it lacks, and takes back what lets others at it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class InsecureCookieFix : CodeFixProvider
{
    private const string Namespace = "Microsoft.AspNetCore.Http";
    private static readonly SingleEdit Fix = new("Protect the cookie", "BST3054.Protect", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.InsecureCookie.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is ArgumentSyntax { Expression: { } given }) node = given;
        var unset = finding.Properties.TryGetValue(InsecureCookie.Unset, out var names) && names is not null ? names.Split(',') : [];
        return node switch
        {
            BaseObjectCreationExpressionSyntax creation when unset.Length > 0 => await CompleteAsync(document, creation, unset, cancellation).ConfigureAwait(false),
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } when unset.Contains("SecurePolicy") => await SecureSessionAsync(document, call, cancellation).ConfigureAwait(false),
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } when unset.Length > 0 =>
                await CheckedEdit.ReplaceAsync(document, call.ArgumentList, call.ArgumentList.AddArguments(Argument($"new CookieOptions {{ {string.Join(", ", unset.Select(Assignment))} }}")), [Namespace], cancellation).ConfigureAwait(false),
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.FalseLiteralExpression) => await CheckedEdit.ReplaceAsync(document, literal, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression), [], cancellation).ConfigureAwait(false),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" } policy => await CheckedEdit.ReplaceAsync(document, policy, policy.WithName(SyntaxFactory.IdentifierName("Always")), [], cancellation).ConfigureAwait(false),
            _ => null,
        };
    }

    private static ArgumentSyntax Argument(string text) => SyntaxFactory.Argument(SyntaxFactory.ParseExpression(text)).WithLeadingTrivia(SyntaxFactory.Space);

    private static string ValueOf(string property) => property == "SameSite" ? "SameSiteMode.Lax" : "true";

    private static string Assignment(string property) => $"{property} = {ValueOf(property)}";

    // What says otherwise is rewritten where it stands, the rest is added to the initializer.
    private static async Task<Document?> CompleteAsync(Document document, BaseObjectCreationExpressionSyntax creation, string[] unset, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return null;
        var statements = StatementsOn(creation, unset);
        var initial = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Where(assignment => unset.Contains(NameOf(assignment))).ToList() ?? [];
        var missing = unset.Where(property => !statements.Exists(assignment => NameOf(assignment) == property) && !initial.Exists(assignment => NameOf(assignment) == property));
        var completed = InitializerEdit.Add(creation.ReplaceNodes(initial.Select(assignment => assignment.Right), Protected), [.. missing.Select(Assignment)]);
        if (statements.Count == 0) return await CheckedEdit.ReplaceAsync(document, creation, completed, [Namespace], cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root.ReplaceNodes([creation, .. statements.Select(assignment => assignment.Right)], (before, after) => before == creation ? completed.WithTriviaFrom(creation) : Protected((ExpressionSyntax)before, (ExpressionSyntax)after)));
    }

    private static ExpressionSyntax Protected(ExpressionSyntax before, ExpressionSyntax after) =>
        SyntaxFactory.ParseExpression(ValueOf(NameOf((AssignmentExpressionSyntax)before.Parent!))).WithTriviaFrom(before);

    // options.Secure = false; behind var options = new CookieOptions();
    private static List<AssignmentExpressionSyntax> StatementsOn(BaseObjectCreationExpressionSyntax creation, string[] unset)
    {
        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local } }) return [];
        SyntaxNode around = creation.FirstAncestorOrSelf<BlockSyntax>() ?? creation.SyntaxTree.GetRoot();
        return [.. around.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver }
            && receiver.Identifier.ValueText == local && unset.Contains(NameOf(assignment)))];
    }

    private static string NameOf(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static async Task<Document?> SecureSessionAsync(Document document, InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        switch (call.ArgumentList.Arguments.FirstOrDefault())
        {
            case null:
                var whole = SyntaxFactory.ParseArgumentList("(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always)");
                return await CheckedEdit.ReplaceAsync(document, call.ArgumentList, whole, [Namespace], cancellation).ConfigureAwait(false);
            case { Expression: SimpleLambdaExpressionSyntax { Block: { Statements: { Count: > 0 } statements } block, Parameter.Identifier.Text: var options } }:
                var last = statements[statements.Count - 1];
                var added = SyntaxFactory.ParseStatement($"{options}.Cookie.SecurePolicy = CookieSecurePolicy.Always;").WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1)).WithTrailingTrivia(last.GetTrailingTrivia().Where(trivia => !trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)));
                return await CheckedEdit.ReplaceAsync(document, block, block.WithStatements(statements.Add(added)), [Namespace], cancellation).ConfigureAwait(false);
            default:
                return null;
        }
    }
}
