using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Queries;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1043: reads the rows last, and before they are answered with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FilteredInMemoryFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Let the database choose the rows", "BST1043.Move", EditAsync);

    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "Count", "LongCount", "Any", "All", "First", "FirstOrDefault", "Single", "SingleOrDefault" };

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.FilteredInMemory.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        if (node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax reading } access } && access.Name == node && reading.Span.Start < finding.Location.SourceSpan.Start)
            return Moved(reading, model, cancellation) is { } moved ? await CheckedEdit.ReplaceAsync(document, moved.Old, moved.New, [], cancellation).ConfigureAwait(false) : null;
        return node is ExpressionSyntax answer ? await ReadAsync(document, answer, model, cancellation).ConfigureAwait(false) : null;
    }

    private static (ExpressionSyntax Old, ExpressionSyntax New)? Moved(InvocationExpressionSyntax reading, SemanticModel model, CancellationToken cancellation)
    {
        var text = reading.SyntaxTree.GetText(cancellation);
        string Between(int from, int to) => text.ToString(TextSpan.FromBounds(from, to));
        var receiver = QueryEdit.ReceiverOf(reading);
        var gap = Between(receiver.Span.End, ((MemberAccessExpressionSyntax)reading.Expression).OperatorToken.SpanStart);
        // A comment behind the query stays there; then the line break before what is moved is that of the reading.
        var hasComment = gap.Trim().Length > 0;
        var query = Between(receiver.SpanStart, receiver.Span.End) + (hasComment ? gap : "");
        if (hasComment) gap = gap.IndexOf('\n') is >= 0 and var line ? gap.Substring(line) : "";
        ExpressionSyntax at = reading;
        var isAwaited = at.Parent is AwaitExpressionSyntax;
        if (isAwaited) at = (ExpressionSyntax)at.Parent!;
        while (at.Parent is ParenthesizedExpressionSyntax around) at = around;
        var moves = "";
        var name = QueryEdit.NameOf(reading);
        var given = reading.ArgumentList.Arguments.ToString();
        while (at.Parent is MemberAccessExpressionSyntax next && next.Expression == at)
        {
            var called = next.Name.Identifier.ValueText;
            if (next.Parent is not InvocationExpressionSyntax call || call.Expression != next)
            {
                if (moves.Length > 0 || called is not ("Count" or "Length")) break;
                return (next, SyntaxFactory.ParseExpression(Wrapped($"{query}{(hasComment ? "" : gap)}.{Ended("Count", "")}", next)));
            }
            if (Ends.Contains(called) && IsPlain(call)) return (call, SyntaxFactory.ParseExpression(Wrapped(query + Shifted(moves + Between(at.Span.End, next.Name.SpanStart)) + Ended(called, call.ArgumentList.Arguments.ToString()), call)));
            if (called is "ToList" or "ToArray" && call.ArgumentList.Arguments.Count == 0)
            {
                (name, gap) = (called + (isAwaited ? "Async" : ""), Between(at.Span.End, next.OperatorToken.SpanStart));
                at = call;
                break;
            }
            if (called is not ("Where" or "Skip" or "Take" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending") || !IsPlain(call)) break;
            moves += Between(at.Span.End, call.Span.End);
            at = call;
        }
        if (moves.Length == 0) return null;
        return (at, SyntaxFactory.ParseExpression(Wrapped($"{query}{Shifted(moves)}{gap}.{name}({given})", at)));

        string Shifted(string calls) => hasComment ? calls.TrimStart() : calls;

        string Ended(string end, string arguments) => isAwaited ? $"{end}Async({string.Join(", ", new[] { arguments, given }.Where(part => part.Length > 0))})" : $"{end}({arguments})";

        string Wrapped(string expression, ExpressionSyntax old) => !isAwaited ? expression : old.Parent is MemberAccessExpressionSyntax ? $"(await {expression})" : $"await {expression}";

        bool IsPlain(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.All(argument =>
            argument.Expression is not AnonymousFunctionExpressionSyntax ? model.GetTypeInfo(argument.Expression, cancellation).Type?.SpecialType == SpecialType.System_Int32 : Translatable.Is(model.GetOperation(argument.Expression, cancellation)));
    }

    // The rows in place of the query, also in the return type.
    private static async Task<Document?> ReadAsync(Document document, ExpressionSyntax answer, SemanticModel model, CancellationToken cancellation)
    {
        if (answer.FirstAncestorOrSelf<SyntaxNode>(up => up is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) is not { } function) return null;
        var isAsync = function.ChildTokens().Any(token => token.IsKind(SyntaxKind.AsyncKeyword));
        var token = isAsync && ((function is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(function, cancellation).Symbol : model.GetDeclaredSymbol(function, cancellation)) as IMethodSymbol)?.Parameters.FirstOrDefault(parameter => parameter.Type.Name == "CancellationToken") is { } cancels ? cancels.Name : "";
        var query = answer is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax ? answer.WithoutTrivia().ToString() : $"({answer.WithoutTrivia()})";
        var rows = SyntaxFactory.ParseExpression(isAsync ? $"await {query}.ToListAsync({token})" : $"{query}.ToList()");
        var types = ReturnTypeOf(function)?.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Where(name => name.Identifier.ValueText is "IQueryable" or "IOrderedQueryable" or "DbSet") ?? [];
        var changed = function.ReplaceNodes(types.Append<SyntaxNode>(answer), (before, after) => before == answer
            ? rows.WithTriviaFrom(answer) : ((GenericNameSyntax)after).WithIdentifier(SyntaxFactory.Identifier("List").WithTriviaFrom(((GenericNameSyntax)after).Identifier)));
        return await CheckedEdit.ReplaceAsync(document, function, changed, isAsync ? ["Microsoft.EntityFrameworkCore"] : [], cancellation).ConfigureAwait(false);
    }

    private static TypeSyntax? ReturnTypeOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax local => local.ReturnType,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ReturnType,
        _ => null,
    };
}
