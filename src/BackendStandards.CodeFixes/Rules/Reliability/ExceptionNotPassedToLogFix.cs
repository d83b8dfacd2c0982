using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Logging;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Fixes BST6022: passes the exception in the place that the logger has for it, and takes its message out of the text.</summary>
[ExportCodeFixProvider(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class ExceptionNotPassedToLogFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Pass the exception to the logger", "BST6022.Pass", static (document, node, _, cancellation) => ApplyAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ExceptionNotPassedToLog.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || Statement(node, model, cancellation) is not var (call, statement)
            || call.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause
            || statement.Message?.Syntax is not ArgumentSyntax { Parent: ArgumentListSyntax list } message
            || list.Arguments.Any(argument => argument.NameColon is not null)) return null;
        var variable = clause.Declaration?.Identifier.ValueText is { Length: > 0 } declared ? declared : FreeName(clause);

        // First the message of the exception leaves the text, then the exception comes in.
        var reported = node.FirstAncestorOrSelf<ExpressionSyntax>();
        var inner = call;
        if (reported is not null && list.Span.Contains(reported.Span))
        {
            // The message alone needs a text of its own.
            if (message.Expression.Span == reported.Span)
            {
                inner = call.WithArgumentList(list.ReplaceNode(message, message.WithExpression(SyntaxFactory.ParseExpression("\"{ErrorMessage}\"").WithTriviaFrom(message.Expression))).AddArguments(SyntaxFactory.Argument(reported.WithoutTrivia())));
                if (statement.Library == LoggingLibrary.Log4Net) inner = call;
            }
            else if (LogTextEdit.Without(reported, model, cancellation, isReason: true) is { } edit && call.Contains(edit.Old))
            {
                inner = call.ReplaceNode(edit.Old, edit.New);
            }
        }
        var at = list.Arguments.IndexOf(message);
        var exception = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(variable));
        var arguments = inner.ArgumentList.Arguments;
        if (statement.Library == LoggingLibrary.Log4Net)
        {
            // The overload with an exception takes one message and no values.
            if (arguments.Count != 1 || statement.Call.TargetMethod.Name.EndsWith("Format", StringComparison.Ordinal)) return null;
            at = 1;
        }
        var first = at < arguments.Count ? arguments[at] : null;
        if (first is not null)
        {
            exception = exception.WithLeadingTrivia(first.GetLeadingTrivia());
            arguments = arguments.Replace(first, first.GetLeadingTrivia().ToFullString().Trim().Length == 0 ? first.WithLeadingTrivia() : first);
        }
        var changed = inner.WithArgumentList(inner.ArgumentList.WithArguments(arguments.Insert(at, exception)));
        // Insert makes its separator without the space behind it.
        changed = Spaced(changed, at);
        if (!Binds(call, changed, statement, at, clause, model)) return null;
        var newClause = clause.ReplaceNode(call, changed);
        if (clause.Declaration is null)
        {
            newClause = newClause.WithCatchKeyword(newClause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithDeclaration(
                ((CatchClauseSyntax)((TryStatementSyntax)SyntaxFactory.ParseStatement($"try {{ }} catch ({ExceptionName(clause, model)} {variable}) {{ }}")).Catches[0]).Declaration!.WithTrailingTrivia(clause.CatchKeyword.TrailingTrivia));
        }
        else if (clause.Declaration.Identifier.ValueText.Length == 0)
        {
            newClause = newClause.WithDeclaration(newClause.Declaration!.WithType(newClause.Declaration.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithIdentifier(SyntaxFactory.Identifier(variable)));
        }
        return document.WithSyntaxRoot(root.ReplaceNode(clause, newClause));
    }

    private static (InvocationExpressionSyntax Call, LogStatement Statement)? Statement(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var call in node.AncestorsAndSelf().TakeWhile(up => up is not StatementSyntax).OfType<InvocationExpressionSyntax>())
            if (model.GetOperation(call, cancellation) is IInvocationOperation operation && LogStatements.Read(operation) is { Message: not null } statement) return (call, statement);
        return null;
    }

    // Whether the exception goes into a parameter for it.
    private static bool Binds(InvocationExpressionSyntax call, InvocationExpressionSyntax changed, LogStatement statement, int at, CatchClauseSyntax clause, SemanticModel model)
    {
        // A variable that is yet to be declared stands for nothing: any exception does in its place.
        var trial = clause.Declaration is { Identifier.ValueText.Length: > 0 }
            ? changed
            : changed.ReplaceNode(changed.ArgumentList.Arguments[at].Expression, SyntaxFactory.ParseExpression("default(global::System.Exception)!"));
        if (call.Expression is MemberBindingExpressionSyntax binding && call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Contains(call)) is { } access)
            trial = trial.WithExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, access.Expression.WithoutTrivia(), binding.Name));
        return model.GetSpeculativeSymbolInfo(call.SpanStart, trial, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol method
            && method.Name == statement.Call.TargetMethod.Name && at < method.Parameters.Length && method.Parameters[at].Type.Name == nameof(Exception);
    }

    private static InvocationExpressionSyntax Spaced(InvocationExpressionSyntax call, int at)
    {
        var list = call.ArgumentList;
        var commas = list.Arguments.GetSeparators().ToList();
        var index = Math.Min(at, commas.Count - 1);
        return index >= 0 && !commas[index].HasTrailingTrivia
            ? call.WithArgumentList(list.ReplaceToken(commas[index], commas[index].WithTrailingTrivia(SyntaxFactory.Space)))
            : call;
    }

    private static string FreeName(CatchClauseSyntax clause)
    {
        var used = new HashSet<string>((clause.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)clause).DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return !used.Contains("exception") ? "exception" : Enumerable.Range(2, 100).Select(number => $"exception{number}").First(name => !used.Contains(name));
    }

    private static string ExceptionName(CatchClauseSyntax clause, SemanticModel model) =>
        model.LookupNamespacesAndTypes(clause.SpanStart, name: nameof(Exception)).Any(symbol => symbol.ContainingNamespace?.Name == nameof(System)) ? nameof(Exception) : "System.Exception";
}
