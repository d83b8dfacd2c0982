using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>BST2011: a request record with the members that a caller may set, where the endpoint creates. A scaffold: which those are is for a person to decide.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EntityBoundFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Take a request type", "BST2011.Request", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.EntityBound.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        // An update finds its row by the key that is bound along: what becomes of that, a person decides.
        if (!finding.Properties.ContainsKey(EntityBound.Creates) || node.FirstAncestorOrSelf<ParameterSyntax>() is not { Type: { } declared } parameter || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        if (model.GetDeclaredSymbol(parameter, cancellation) is not { Type: INamedTypeSymbol { TypeArguments.IsEmpty: true } entity } symbol || parameter.Parent?.Parent is not { } function) return null;
        var name = $"Create{entity.Name}Request";
        if (!model.LookupNamespacesAndTypes(parameter.SpanStart, name: name).IsEmpty || !model.LookupSymbols(parameter.Span.End, name: "request").IsEmpty || function.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(local => local.Identifier.ValueText == "request")) return null;
        var members = EntityContract.Filled(entity);
        if (members.Count == 0) return null;

        var type = entity.ToMinimalDisplayString(model, parameter.SpanStart);
        var declaration = EntityContract.Write(name, entity, members, withConstraints: true,
            $"public {type} To{entity.Name}() => new() {{ {string.Join(", ", members.Select(member => $"{member.Name} = {member.Name}"))} }};", model, parameter.SpanStart);
        var changes = new List<TextChange> { new(declared.Span, name), new(parameter.Identifier.Span, "request") };
        var block = function switch
        {
            MethodDeclarationSyntax method => method.Body,
            LocalFunctionStatementSyntax local => local.Body,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.Block,
            _ => null,
        };
        if (block is { Statements.Count: > 0 })
        {
            var first = block.Statements[0];
            var lineEnd = first.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? LineBreaks.Of(block) + first.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString() : " ";
            changes.Add(new(new TextSpan(first.SpanStart, 0), $"var {parameter.Identifier.Text} = request.To{entity.Name}();{lineEnd}"));
        }
        else
        {
            var uses = function.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == parameter.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellation).Symbol, symbol)).ToList();
            if (uses.Count != 1) return null;
            changes.Add(new(uses[0].Span, $"request.To{entity.Name}()"));
        }
        return await EntityContract.ApplyAsync(document, function, changes, declaration, cancellation).ConfigureAwait(false);
    }
}
