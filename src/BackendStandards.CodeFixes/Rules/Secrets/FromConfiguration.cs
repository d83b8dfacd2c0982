using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Reads a text from configuration in the place of a constant, and fails at once where it is missing.</summary>
internal static class FromConfiguration
{
    /// <summary>What replaces a text; null where a constant is needed, or no configuration is at hand.</summary>
    public static ExpressionSyntax? Replacement(ExpressionSyntax constant, string key, SemanticModel model, CancellationToken cancellation)
    {
        if (!IsInExpressionTree(constant, model, cancellation) && FallbackOf(constant, model, cancellation) is { } configured) return Throw(configured, constant, model).WithTriviaFrom(constant);
        if (Reading(constant, key, model, cancellation) is not { } read) return null;
        // "Bearer …": the scheme is no secret and stays.
        if (model.GetConstantValue(constant, cancellation).Value is string text && SecretValues.SchemeOf(text) is { Length: > 0 } scheme)
            return SyntaxFactory.ParseExpression($"{Literal(scheme)} + ({read})").WithTriviaFrom(constant);
        // Only where the whole right side is the value do the parentheses say nothing.
        return (NeedsParentheses(constant) ? SyntaxFactory.ParenthesizedExpression(read) : read).WithTriviaFrom(constant);
    }

    /// <summary>As <see cref="Replacement"/>, for an array of bytes or a text in UTF-8: the setting holds it in Base64, or as the text.</summary>
    public static ExpressionSyntax? BytesReplacement(ExpressionSyntax constant, string key, SemanticModel model, CancellationToken cancellation)
    {
        if (Reading(constant, key, model, cancellation) is not { } read) return null;
        var decoder = constant.IsKind(SyntaxKind.Utf8StringLiteralExpression)
            ? Qualified("Encoding", "System.Text.", constant, model) + ".UTF8.GetBytes"
            : Qualified("Convert", "System.", constant, model) + ".FromBase64String";
        return SyntaxFactory.ParseExpression($"{decoder}({read})").WithTriviaFrom(constant);
    }

    /// <summary>The document with the replacement, if it compiles there; the types around a constant may want nothing else.</summary>
    public static async Task<Document?> ApplyAsync(Document document, SyntaxNode root, SyntaxNode old, SyntaxNode replacement, CancellationToken cancellation)
    {
        var mark = new SyntaxAnnotation();
        var changed = document.WithSyntaxRoot(root.ReplaceNode(old, replacement.WithAdditionalAnnotations(mark)));
        if (await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } written
            || await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || written.GetAnnotatedNodes(mark).FirstOrDefault() is not { } node) return null;
        var around = node.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode?)node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;
        return model.GetDiagnostics(around.Span, cancellation).Any(fault => fault.Severity == DiagnosticSeverity.Error) ? null : document.WithSyntaxRoot(root.ReplaceNode(old, replacement));
    }

    /// <summary>The key before a fallback, <c>configuration["Mail:Password"] ?? "…"</c>: it is there already, and only the constant is wrong.</summary>
    public static string? FallbackOf(ExpressionSyntax constant, SemanticModel model, CancellationToken cancellation) =>
        constant.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } look } coalesce
        && coalesce.Right == constant
        && model.GetTypeInfo(look.Expression, cancellation).Type is { } type && type.Name.Contains("Configuration") && !type.Name.Contains("Section")
        && model.GetConstantValue(arguments[0].Expression, cancellation) is { HasValue: true, Value: string key } ? key : null;

    // configuration["Key"] ?? throw …
    private static ExpressionSyntax? Reading(ExpressionSyntax constant, string key, SemanticModel model, CancellationToken cancellation) =>
        !NeedsConstant(constant) && !IsInExpressionTree(constant, model, cancellation) && ConfigurationInScope.Find(constant, model) is { } configuration
            ? SyntaxFactory.ParseExpression($"{configuration}[{Literal(key)}] ?? {Throw(key, constant, model)}")
            : null;

    private static bool NeedsParentheses(ExpressionSyntax constant) =>
        constant.Parent is not (EqualsValueClauseSyntax or ArgumentSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or InitializerExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax);

    private static bool NeedsConstant(ExpressionSyntax constant)
    {
        foreach (var node in constant.AncestorsAndSelf())
            switch (node)
            {
                case AttributeSyntax or PatternSyntax or CaseSwitchLabelSyntax or EnumMemberDeclarationSyntax: return true;
                case EqualsValueClauseSyntax { Parent: ParameterSyntax }: return true;
                case LocalDeclarationStatementSyntax local when local.IsConst: return true;
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword): return true;
                case StatementSyntax or MemberDeclarationSyntax: return false;
            }
        return false;
    }

    private static bool IsInExpressionTree(ExpressionSyntax constant, SemanticModel model, CancellationToken cancellation) =>
        constant.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => model.GetTypeInfo(lambda, cancellation).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" })
        || constant.Ancestors().Any(node => node is QueryExpressionSyntax);

    private static ExpressionSyntax Throw(string key, ExpressionSyntax place, SemanticModel model)
    {
        var type = Qualified(nameof(InvalidOperationException), "System.", place, model);
        return SyntaxFactory.ParseExpression($"throw new {type}({Literal($"{key} is not configured.")})");
    }

    private static string Qualified(string type, string prefix, ExpressionSyntax place, SemanticModel model) =>
        model.LookupNamespacesAndTypes(place.SpanStart, name: type).Any() ? type : prefix + type;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
