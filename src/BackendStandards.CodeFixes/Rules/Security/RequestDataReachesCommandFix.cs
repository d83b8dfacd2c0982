using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3024: hands the arguments over one by one, where the text can be taken apart without doubt.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RequestDataReachesCommandFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Pass the arguments one by one", "BST3024.ArgumentList", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.RequestDataReachesCommand.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax text || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return null;
        if (CommandLine.Split(text, model, cancellation) is not { } arguments) return null;
        switch (text.Parent)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } initializer } assignment
                when IsArguments(assignment.Left, model, cancellation) && !RunsShell(creation.ArgumentList, initializer, model, cancellation):
                var list = SyntaxFactory.ParseExpression($"_ = new() {{ ArgumentList = {{ {string.Join(", ", arguments)} }} }}").DescendantNodes().OfType<AssignmentExpressionSyntax>().First(inner => inner.Left is IdentifierNameSyntax { Identifier.ValueText: "ArgumentList" });
                return document.WithSyntaxRoot(root.ReplaceNode(assignment, list.WithTriviaFrom(assignment)));
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: MemberAccessExpressionSyntax access, Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement }
                when IsArguments(access, model, cancellation):
                return document.WithSyntaxRoot(root.ReplaceNode(statement, Statements(statement, access.Expression.WithoutTrivia().ToString(), arguments)));
            case ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Arguments.Count: 2 } given } argument when given.Arguments[1] == argument && TakesList(given.Parent!, model, cancellation) && !RunsShell(given, null, model, cancellation):
                return document.WithSyntaxRoot(root.ReplaceNode(text, SyntaxFactory.ParseExpression($"new[] {{ {string.Join(", ", arguments)} }}").WithTriviaFrom(text)));
            default:
                return null;
        }
    }

    private static IEnumerable<StatementSyntax> Statements(ExpressionStatementSyntax statement, string receiver, IReadOnlyList<string> arguments)
    {
        var indent = statement.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        for (var i = 0; i < arguments.Count; i++)
        {
            var add = SyntaxFactory.ParseStatement($"{receiver}.ArgumentList.Add({arguments[i]});");
            var (first, last) = (i == 0, i == arguments.Count - 1);
            yield return add.WithLeadingTrivia(first ? statement.GetLeadingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indent)))
                .WithTrailingTrivia(last ? statement.GetTrailingTrivia() : SyntaxFactory.TriviaList(LineBreaks.Of(statement.SyntaxTree.GetRoot())));
        }
    }

    private static bool IsArguments(ExpressionSyntax target, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(target, cancellation).Symbol is IPropertySymbol { Name: "Arguments", ContainingType: { Name: "ProcessStartInfo" } type } && type.GetMembers("ArgumentList").Length > 0;

    private static bool TakesList(SyntaxNode call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ContainingType: { Name: "Process" or "ProcessStartInfo", ContainingNamespace.Name: "Diagnostics" } type } method
        && type.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => other.Parameters.Length == 2 && other.Parameters[1].Type.Name == "IEnumerable");

    // A shell takes its argument apart again.
    private static bool RunsShell(ArgumentListSyntax? arguments, InitializerExpressionSyntax? initializer, SemanticModel model, CancellationToken cancellation)
    {
        var program = initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(set => set.Left is IdentifierNameSyntax { Identifier.ValueText: "FileName" })?.Right ?? arguments?.Arguments.FirstOrDefault()?.Expression;
        return program is null || model.GetConstantValue(program, cancellation) is not { HasValue: true, Value: string name } || CommandLine.IsShell(name);
    }
}
