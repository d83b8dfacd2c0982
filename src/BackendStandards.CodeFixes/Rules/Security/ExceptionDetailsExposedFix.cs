using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Fixes BST3090 where the details stand in the answer itself: sends a general text, and logs the exception if there is a logger at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ExceptionDetailsExposedFix : CodeFixProvider
{
    private const string Key = "BST3090.GeneralText";
    private const string Text = "\"An unexpected error occurred.\"";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ExceptionDetailsExposed.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create((document, node, _, _, cancellation) => EditAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, diagnostic), context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create("Answer with a general text", _ => Task.FromResult(changed), Key), diagnostic);
    }

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax value || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || Replacement(value, model, cancellation) is not var (old, replacement)) return null;
        if (value.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration.Identifier.ValueText: { Length: > 0 } name } handler)
            return await CheckedEdit.ReplaceAsync(document, old, replacement, [], cancellation).ConfigureAwait(false);
        var changed = handler.ReplaceNode(old, replacement.WithTriviaFrom(old).WithAdditionalAnnotations(Changed));
        var logger = IsLogged(handler, name) ? null : LoggerInScope.Find(value, model);
        if (logger is not null && Logged(changed, $"{logger}.LogError({name}, \"Unhandled error\");") is { } logged
            && await AppliedAsync(document, handler, logged, cancellation).ConfigureAwait(false) is { } withLog) return withLog;
        return await AppliedAsync(document, handler, IsUsed(changed, name) ? changed : WithoutName(changed), cancellation).ConfigureAwait(false);
    }

    private static readonly SyntaxAnnotation Changed = new("BST3090.Changed");

    /// <summary>What is replaced, and by what; null where the details come from elsewhere, or stand in something that is not made here.</summary>
    private static (ExpressionSyntax Old, ExpressionSyntax Replacement)? Replacement(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        var text = SyntaxFactory.ParseExpression(Text);
        if (!Exceptions(value, model, cancellation).Any()) return null;
        if (IsText(value, model, cancellation)) return Failure(value, model, cancellation) is { } call ? (call, Problem(call)) : (value, text);
        // new { error = ex.Message }, ApiResponse.Fail("INTERNAL_ERROR", ex.Message)
        var parts = Exceptions(value, model, cancellation).Select(exception => exception.Ancestors().OfType<ExpressionSyntax>().TakeWhile(up => up != value).LastOrDefault(up => IsString(up, model, cancellation)));
        var found = parts.Where(part => part is not null).Select(part => part!).Distinct().ToList();
        return found.Count > 0 && Exceptions(value, model, cancellation).All(exception => found.Any(part => part.Span.Contains(exception.Span)))
            ? (value, value.ReplaceNodes(found, (before, _) => text.WithTriviaFrom(before)))
            : null;
    }

    private static IEnumerable<IdentifierNameSyntax> Exceptions(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol && IsException(model.GetTypeInfo(name, cancellation).Type)
            && name.Parent is not MemberAccessExpressionSyntax { Expression: not IdentifierNameSyntax } and not MemberBindingExpressionSyntax);

    private static bool IsText(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) => IsString(value, model, cancellation) || IsException(model.GetTypeInfo(value, cancellation).Type);

    private static bool IsString(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) => model.GetTypeInfo(value, cancellation).Type?.SpecialType == SpecialType.System_String;

    private static bool IsException(ITypeSymbol? type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if (up is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }) return true;
        return false;
    }

    /// <summary>The answer that is no more than the text, where whatever may go wrong is caught: that is the server's fault, and no bad request.</summary>
    private static InvocationExpressionSyntax? Failure(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (value.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments } || value.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration.Type: { } caught }
            || model.GetTypeInfo(caught, cancellation).Type is not { Name: nameof(Exception) } || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { ContainingType.Name: "ControllerBase" or "Results" or "TypedResults" } method) return null;
        var isFailure = method.Name == "BadRequest" ? arguments.Arguments.Count == 1 : method.Name == "StatusCode" && arguments.Arguments.Count == 2 && model.GetConstantValue(arguments.Arguments[0].Expression, cancellation) is { HasValue: true, Value: 500 };
        return isFailure && call.Parent is ReturnStatementSyntax ? call : null;
    }

    private static ExpressionSyntax Problem(InvocationExpressionSyntax call) =>
        SyntaxFactory.ParseExpression(call.Expression is MemberAccessExpressionSyntax access && access.Expression is not (ThisExpressionSyntax or BaseExpressionSyntax) ? $"{access.Expression}.Problem({Text})" : $"Problem({Text})");

    private static bool IsLogged(CatchClauseSyntax handler, string name) => handler.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } && (method.StartsWith("Log", StringComparison.Ordinal) || method is "Error" or "Fatal" or "Critical" or "Warning" or "Warn" or "TrackException" or "CaptureException")
        && call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var given } && given == name));

    private static bool IsUsed(CatchClauseSyntax handler, string name) => handler.DescendantNodes().OfType<IdentifierNameSyntax>().Any(used => used.Identifier.ValueText == name);

    private static CatchClauseSyntax WithoutName(CatchClauseSyntax handler) =>
        handler.WithDeclaration(handler.Declaration!.WithIdentifier(default).WithType(handler.Declaration.Type.WithoutTrailingTrivia()));

    private static CatchClauseSyntax? Logged(CatchClauseSyntax handler, string statement)
    {
        if (handler.GetAnnotatedNodes(Changed).First().FirstAncestorOrSelf<StatementSyntax>(up => up.Parent is BlockSyntax) is not { } next || !handler.Block.Span.Contains(next.Span) || next.Ancestors().Any(up => up is AnonymousFunctionExpressionSyntax && handler.Span.Contains(up.Span))) return null;
        var indentation = next.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var end = SyntaxFactory.EndOfLine(LineBreaks.Of(handler).ToString());
        var log = SyntaxFactory.ParseStatement(statement).WithLeadingTrivia(next.GetLeadingTrivia()).WithTrailingTrivia(end);
        return handler.ReplaceNode(next, [log, next.WithLeadingTrivia(indentation)]);
    }

    private static async Task<Document?> AppliedAsync(Document document, CatchClauseSyntax handler, CatchClauseSyntax changed, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return null;
        var mark = new SyntaxAnnotation();
        var result = document.WithSyntaxRoot(root.ReplaceNode(handler, changed.WithAdditionalAnnotations(mark)));
        if (await result.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } written || await result.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } after) return null;
        var member = written.GetAnnotatedNodes(mark).First().FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? written;
        return after.GetDiagnostics(member.Span, cancellation).Any(fault => fault.Severity == DiagnosticSeverity.Error) ? null : result;
    }
}
