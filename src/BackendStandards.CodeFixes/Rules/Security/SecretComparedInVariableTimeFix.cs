using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Fixes BST3058: compares in a time that does not depend on where the values differ. Not where one may be null, which has no bytes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SecretComparedInVariableTimeFix : CodeFixProvider
{
    private const string Key = "BST3058.FixedTimeEquals";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.SecretComparedInVariableTime.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create((document, node, _, _, cancellation) => EditAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, diagnostic), context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create("Compare with FixedTimeEquals", _ => Task.FromResult(changed), Key), diagnostic);
    }

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax comparison || SidesOf(comparison) is not var (left, right)
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || BytesOf(left, model, cancellation) is not { } one || BytesOf(right, model, cancellation) is not { } other) return null;
        var not = comparison.IsKind(SyntaxKind.NotEqualsExpression) ? "!" : "";
        string[] namespaces = one == left.ToString() && other == right.ToString() ? ["System.Security.Cryptography"] : ["System.Security.Cryptography", "System.Text"];
        var text = $"{not}CryptographicOperations.FixedTimeEquals({one}, {other})";
        return await CheckedEdit.ReplaceAsync(document, comparison, SyntaxFactory.ParseExpression(text), namespaces, cancellation).ConfigureAwait(false);
    }

    private static (ExpressionSyntax Left, ExpressionSyntax Right)? SidesOf(ExpressionSyntax comparison) => comparison switch
    {
        BinaryExpressionSyntax binary => (binary.Left, binary.Right),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } }, ArgumentList.Arguments: { Count: >= 2 } arguments } =>
            (arguments[0].Expression, arguments[1].Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "SequenceEqual", Expression: var receiver }, ArgumentList.Arguments: { Count: >= 1 } arguments } => (receiver, arguments[0].Expression),
        _ => null,
    };

    private static string? BytesOf(ExpressionSyntax side, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetTypeInfo(side, cancellation);
        if (info.Type is IArrayTypeSymbol or { Name: "Span" or "ReadOnlySpan" }) return side.ToString();
        return info.Type?.SpecialType == SpecialType.System_String && info.Nullability.FlowState == NullableFlowState.NotNull ? $"Encoding.UTF8.GetBytes({side})" : null;
    }
}
