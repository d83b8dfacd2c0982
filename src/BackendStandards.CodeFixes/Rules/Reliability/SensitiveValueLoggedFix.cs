using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Fixes BST6001 and BST6004: takes the value and its placeholder out of the message, or writes a mask in its place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SensitiveValueLoggedFix : CodeFixProvider
{
    private const string Mask = "***";
    private const string RemoveKey = "BST6001.Remove";
    private const string MaskKey = "BST6001.Mask";

    private static readonly string[] MaskMethods = ["Mask", "Redact", "MaskSecret", "RedactSecret"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.SensitiveValueLogged.Id, RuleCatalog.PersonalDataLogged.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create(ApplyAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = SequentialFixAll.NodeAt(root, diagnostic);
            foreach (var (key, title) in new[] { (RemoveKey, "Leave the value out of the message"), (MaskKey, "Write a mask instead of the value") })
                if (await ApplyAsync(document, node, diagnostic, key, context.CancellationToken).ConfigureAwait(false) is not null)
                    context.RegisterCodeFix(CodeAction.Create(title, async token => await ApplyAsync(document, node, diagnostic, key, token).ConfigureAwait(false) ?? document, key), diagnostic);
        }
    }

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, Diagnostic finding, string? key, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax value
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var edit = key == RemoveKey ? LogTextEdit.Without(value, model, cancellation) : Masked(value, model, cancellation);
        return edit is { } change ? document.WithSyntaxRoot(root.ReplaceNode(change.Old, change.New)) : null;
    }

    private static (SyntaxNode Old, SyntaxNode New)? Masked(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        // new { password } takes the member's name from the expression.
        if (value.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }) return null;
        if (MaskMethod(value, model) is { } method)
        {
            var call = SyntaxFactory.InvocationExpression(SyntaxFactory.IdentifierName(method))
                .AddArgumentListArguments(SyntaxFactory.Argument(value.WithoutTrivia()));
            return (value, call.WithTriviaFrom(value));
        }
        if (value.Parent is InterpolationSyntax hole)
            return (hole, SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, Mask, Mask, default)));
        // `"***"!` would calm a compiler that has nothing to say.
        if (value.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } calmed) value = calmed;
        var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Mask));
        var wanted = model.GetTypeInfo(value, cancellation).ConvertedType;
        return wanted is not null && model.Compilation.ClassifyCommonConversion(model.Compilation.GetSpecialType(SpecialType.System_String), wanted) is { IsImplicit: true }
            ? (value, text.WithTriviaFrom(value))
            : null;
    }

    /// <summary>A method of the surrounding code that takes a text and gives back its mask.</summary>
    private static string? MaskMethod(ExpressionSyntax value, SemanticModel model)
    {
        if (model.GetTypeInfo(value).Type?.SpecialType != SpecialType.System_String) return null;
        var inside = model.GetEnclosingSymbol(value.SpanStart);
        foreach (var name in MaskMethods)
            foreach (var symbol in model.LookupSymbols(value.SpanStart, name: name))
                if (symbol is IMethodSymbol { Parameters.Length: 1, ReturnType.SpecialType: SpecialType.System_String, TypeParameters.IsEmpty: true } method
                    && method.Parameters[0].Type.SpecialType == SpecialType.System_String
                    && (method.IsStatic || method.MethodKind == MethodKind.LocalFunction || inside is { IsStatic: false })
                    && !SymbolEqualityComparer.Default.Equals(method, inside))
                    return name;
        return null;
    }
}
