using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3040: a limit of ten megabytes, which somebody may adjust.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RequestSizeUnlimitedFix : CodeFixProvider
{
    private const string Bytes = "10 * 1024 * 1024";
    private const string Mvc = "Microsoft.AspNetCore.Mvc";
    private static readonly SingleEdit Fix = new("Limit it to 10 MB", "BST3040.Limit", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.RequestSizeUnlimited.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        switch (node)
        {
            case SimpleNameSyntax { Identifier.ValueText: "DisableRequestSizeLimit", Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access }:
                var limited = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("WithMetadata"))).WithArgumentList(SyntaxFactory.ParseArgumentList($"(new RequestSizeLimitAttribute({Bytes}))").WithTriviaFrom(call.ArgumentList));
                return CheckedEdit.ReplaceAsync(document, call, limited, [Mvc], cancellation);
            // The mapping of an upload.
            case SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax mapping } mapped } name when mapped.Name == node && name.Identifier.ValueText.StartsWith("Map", StringComparison.Ordinal):
                return CheckedEdit.ReplaceAsync(document, mapping, SyntaxFactory.ParseExpression($"{mapping.WithoutTrivia()}.WithMetadata(new RequestSizeLimitAttribute({Bytes}))"), [Mvc], cancellation);
            case MethodDeclarationSyntax action:
                return CheckedEdit.ReplaceAsync(document, action, Attributes.Add(action, $"RequestSizeLimit({Bytes})"), [Mvc], cancellation);
        }
        if (node.AncestorsAndSelf().OfType<AttributeSyntax>().FirstOrDefault() is { } attribute && (node == attribute || attribute.Name.Span.Contains(node.Span)))
            return CheckedEdit.ReplaceAsync(document, attribute, SyntaxFactory.Attribute(SyntaxFactory.ParseName("RequestSizeLimit"), SyntaxFactory.ParseAttributeArgumentList($"({Bytes})")), [Mvc], cancellation);
        return node is ExpressionSyntax and not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } }
            ? CheckedEdit.ReplaceAsync(document, node, SyntaxFactory.ParseExpression(Bytes), [], cancellation) : Task.FromResult<Document?>(null);
    }
}
