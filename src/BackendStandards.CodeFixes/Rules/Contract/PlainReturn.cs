using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Puts the values that a handler returns without a result into the envelope: <c>return product;</c>.</summary>
internal static class PlainReturn
{
    /// <summary>The document with all of a handler's plain values wrapped, and its declared type along with them; null where somebody else would notice.</summary>
    public static async Task<Document?> WrapAsync(Document document, SyntaxNode node, string factory, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || EnvelopeEdit.FunctionOf(node) is not { } function) return null;
        if (function is not AnonymousFunctionExpressionSyntax && (model.GetDeclaredSymbol(function, cancellation) is not IMethodSymbol method || await IsCalledAsync(method, document, cancellation).ConfigureAwait(false))) return null;
        var declared = EnvelopeEdit.ReturnTypeOf(function) is { } type ? DataOf(EnvelopeEdit.Awaited(type)) : null;
        var data = declared is null ? null : model.GetTypeInfo(declared, cancellation).Type;
        var replacements = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (var returned in ReturnedResult.ReturnedBy(function))
        {
            // What has to be awaited first is rewritten by somebody.
            if (model.GetTypeInfo(returned, cancellation).Type is not { } own || own.Name is "Task" or "ValueTask") return null;
            if (!ResponseOutsideEnvelope.IsBare(own) || ReturnedResult.Read(returned, model.GetOperation(returned, cancellation)) is not null) continue;
            var argument = data is null || SymbolEqualityComparer.Default.Equals(own, data) ? "" : $"<{declared!.WithoutTrivia()}>";
            replacements[returned] = EnvelopeEdit.Parse($"{factory}.Ok{argument}({returned.WithoutTrivia()})");
        }
        return await EnvelopeEdit.ApplyAsync(document, function, replacements, Declare, cancellation).ConfigureAwait(false);

        TypeSyntax Declare(TypeSyntax whole) => declared is null ? whole : whole == declared ? Around(declared) : whole.ReplaceNode(declared, Around(declared));

        TypeSyntax Around(TypeSyntax inner) => factory == "ApiResponse" ? EnvelopeEdit.Wrapped(inner) : SyntaxFactory.ParseTypeName($"ApiOk<{inner.WithoutTrivia()}>");
    }

    // ActionResult<T> keeps its place around the envelope.
    private static TypeSyntax DataOf(TypeSyntax type) => type is GenericNameSyntax { Identifier.ValueText: "ActionResult", TypeArgumentList.Arguments: { Count: 1 } inner } ? inner[0] : type;

    private static async Task<bool> IsCalledAsync(IMethodSymbol method, Document document, CancellationToken cancellation)
    {
        foreach (var reference in (await SymbolFinder.FindReferencesAsync(method, document.Project.Solution, cancellation).ConfigureAwait(false)).SelectMany(static found => found.Locations))
        {
            if (reference.IsImplicit || await reference.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) continue;
            var name = root.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true);
            var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole) return true;
        }
        return false;
    }
}
