using BackendStandards.CodeFixes.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Input;

/// <summary>A fix that is one edit of the document, offered only where the edit can be made.</summary>
internal sealed class SingleEdit(string title, string key, SingleEdit.Edit edit)
{
    /// <summary>The document with the finding at a node mended; null where this fix is not right there.</summary>
    public delegate Task<Document?> Edit(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation);

    /// <summary>Applies it to all findings, one after the other.</summary>
    public FixAllProvider All => SequentialFixAll.Create((document, node, finding, _, cancellation) => edit(document, node, finding, cancellation));

    /// <summary>Offers it where it is right.</summary>
    public async Task RegisterAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var finding in context.Diagnostics)
            if (await edit(context.Document, SequentialFixAll.NodeAt(root, finding), finding, context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), key), finding);
    }
}
