using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Fixes BST4004: reads the connection string from the configuration that is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CredentialInConnectionStringFix : CodeFixProvider
{
    private const string Key = "BST4004.FromConfiguration";
    private const string Section = "ConnectionStrings";

    // Words that name the kind of value and not what it connects to.
    private static readonly ImmutableHashSet<string> Plain = ImmutableHashSet.Create(
        StringComparer.Ordinal, "connection", "connections", "string", "conn", "str", "connstr", "default", "db", "cs", "url", "uri", "s", "m", "my", "the", "const", "get");

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.CredentialInConnectionString.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create(async (document, node, _, _, cancellation) =>
        (await EditAsync(document, node, cancellation).ConfigureAwait(false))?.Fixed);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
            if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, diagnostic), context.CancellationToken).ConfigureAwait(false) is var (title, changed))
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), Key), diagnostic);
    }

    private static async Task<(string Title, Document Fixed)?> EditAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        // A part of a longer text is no connection string.
        if (node is not ExpressionSyntax constant || constant.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetConstantValue(constant, cancellation).Value is not string) return null;
        var key = FromConfiguration.FallbackOf(constant, model, cancellation) ?? $"{Section}:{NameOf(constant, root)}";
        if (FromConfiguration.Replacement(constant, key, model, cancellation) is not { } read) return null;
        var written = key.StartsWith(Section + ":", StringComparison.Ordinal) ? ByName(read, key) : read;
        return await FromConfiguration.ApplyAsync(document, root, constant, written, cancellation).ConfigureAwait(false) is { } changed
            || (written != read && (changed = await FromConfiguration.ApplyAsync(document, root, constant, read, cancellation).ConfigureAwait(false)!) is not null)
            ? ($"Read '{key}' from configuration", changed) : null;
    }

    // configuration["ConnectionStrings:Orders"] is configuration.GetConnectionString("Orders").
    private static ExpressionSyntax ByName(ExpressionSyntax read, string key)
    {
        if (read.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>().FirstOrDefault() is not { } look) return read;
        var name = SymbolDisplay.FormatLiteral(key.Substring(Section.Length + 1), quote: true);
        return read.ReplaceNode(look, SyntaxFactory.ParseExpression($"{look.Expression}.GetConnectionString({name})").WithTriviaFrom(look));
    }

    // After the variable that holds it; no two connections share a name.
    private static string NameOf(ExpressionSyntax constant, SyntaxNode root)
    {
        var holder = constant.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: var left } => (left as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? left.ToString(),
            _ => "",
        };
        var words = Words.Split(holder).Where(word => !Plain.Contains(word)).ToList();
        var name = words.Count == 0 ? "Default" : string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        var used = root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        bool IsUsed(string candidate) => used.Contains(candidate) || used.Contains($"{Section}:{candidate}");
        if (!IsUsed(name)) return name;
        var number = 2;
        while (IsUsed(name + number)) number++;
        return name + number;
    }
}
