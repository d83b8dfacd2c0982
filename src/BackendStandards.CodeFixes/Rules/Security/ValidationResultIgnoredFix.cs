using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3004: answers with what the validation found, in handlers that can.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ValidationResultIgnoredFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer with what is not valid", "BST3004.Answer", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ValidationResultIgnored.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.TryGetValue(ValidationResultIgnored.Answer, out var kind) || node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } statement
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || model.GetEnclosingSymbol(node.SpanStart, cancellation) is not IMethodSymbol handler) return null;
        var isValidator = kind == ValidationResultIgnored.OfValidator;
        var value = ValueOf(statement);
        var local = statement is LocalDeclarationStatementSyntax declaration ? declaration.Declaration.Variables[0].Identifier.Text : isValidator ? FreeName(model, node.SpanStart) : "";
        if (value is null || local is null || Awaited(value, isValidator, model, handler, cancellation) is not { } asked) return null;
        var faults = $"{local}.ToDictionary()";
        var answer = isValidator ? ErrorAnswer.Of(handler, $"ValidationProblem(new ValidationProblemDetails({faults}))", $"Results.ValidationProblem({faults})") : ErrorAnswer.Of(handler, "ValidationProblem(ModelState)", null);
        if (answer is null) return null;
        var test = $"if (!{(isValidator ? local + ".IsValid" : local.Length > 0 ? local : asked)}) return {answer};";
        var first = statement is LocalDeclarationStatementSyntax ? statement.ToString() : isValidator ? $"var {local} = {asked};" : null;
        var changed = block.WithStatements(block.Statements.ReplaceRange(statement, Statements(statement, first, test)));
        return await CheckedEdit.ReplaceAsync(document, block, changed, isValidator && answer.Contains("ProblemDetails(") ? ["Microsoft.AspNetCore.Mvc"] : [], cancellation).ConfigureAwait(false);
    }

    private static ExpressionSyntax? ValueOf(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
        ExpressionStatementSyntax { Expression: var expression } => expression,
        LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } => variables[0].Initializer?.Value,
        _ => null,
    };

    private static string? FreeName(SemanticModel model, int position) =>
        new[] { "validation", "validationResult", "outcome" }.FirstOrDefault(name => model.LookupSymbols(position, name: name).IsEmpty);

    // ValidateAsync that nobody awaits has not finished when the answer is sent.
    private static string? Awaited(ExpressionSyntax value, bool isValidator, SemanticModel model, IMethodSymbol handler, CancellationToken cancellation)
    {
        if (!isValidator || model.GetTypeInfo(value, cancellation).Type?.Name is not ("Task" or "ValueTask")) return value.ToString();
        return handler.IsAsync && value.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is null ? $"await {value}" : null;
    }

    private static IEnumerable<StatementSyntax> Statements(StatementSyntax statement, string? first, string test)
    {
        var written = SyntaxFactory.ParseStatement(test);
        if (first is null)
        {
            yield return written.WithTriviaFrom(statement);
            yield break;
        }
        // On a line of its own where the statement is alone on its line.
        var indent = statement.GetLeadingTrivia().LastOrDefault();
        var isAlone = statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        yield return SyntaxFactory.ParseStatement(first).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(isAlone ? statement.GetTrailingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        yield return written.WithLeadingTrivia(isAlone && indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : default)
            .WithTrailingTrivia(isAlone ? SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(LineBreaks.Of(statement.SyntaxTree.GetRoot()).ToString())) : statement.GetTrailingTrivia());
    }
}
