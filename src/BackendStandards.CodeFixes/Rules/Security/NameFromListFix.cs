using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Sql;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3020, BST3021, BST3022: a scaffold that chooses a column or member from a fixed list, where a name stands that no parameter can stand for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NameFromListFix : CodeFixProvider
{
    private const int MostNames = 8;
    private static readonly SingleEdit Fix = new("Choose the name from a list", "BST3022.FromList", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.SqlTextIsConcatenated.Id, RuleCatalog.RequestDataReachesSql.Id, RuleCatalog.QueryIsBuiltFromInput.Id);

    /// <summary>None: somebody has to look at each list.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax text || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || text.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: InvocationExpressionSyntax call }) return null;
        var method = model.GetSymbolInfo(call, cancellation).Symbol as IMethodSymbol;
        if (finding.Id == RuleCatalog.QueryIsBuiltFromInput.Id)
        {
            if (method is not { Name: "OrderBy" or "ThenBy", ContainingType.Name: "DynamicQueryableExtensions" } || !IsName(text, model, cancellation)) return null;
            return document.WithSyntaxRoot(root.ReplaceNode(text, SyntaxFactory.ParseExpression(Switch(text, ElementOf(method))).WithTriviaFrom(text)));
        }
        var built = new InputParts(model, "sql", cancellation).Built(text);
        var holes = SqlText.Of(built, model, cancellation).Pieces.Where(piece => piece.Kind == SqlPieceKind.Hole && piece.Expression is { } hole && IsName(hole, model, cancellation) && piece.Context == SqlContext.Identifier).ToList();
        if (holes.Count != 1 || holes[0].Expression is not { } name || name.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement || IsInLambda(name, statement)) return null;
        var chosen = Unique(model, name);
        var indent = statement.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var list = SyntaxFactory.ParseStatement($"var {chosen} = {Switch(name, ElementOf(method))};").WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(LineBreaks.Of(root));
        var rest = statement.ReplaceNode(name, SyntaxFactory.IdentifierName(chosen).WithTriviaFrom(name)).WithLeadingTrivia(SyntaxFactory.Whitespace(indent));
        return document.WithSyntaxRoot(root.ReplaceNode(statement, [list, rest]));
    }

    private static bool IsName(ExpressionSyntax text, SemanticModel model, CancellationToken cancellation) =>
        text is IdentifierNameSyntax or MemberAccessExpressionSyntax && model.GetTypeInfo(text, cancellation).Type?.SpecialType == SpecialType.System_String;

    private static bool IsInLambda(SyntaxNode node, StatementSyntax statement) =>
        node.Ancestors().TakeWhile(up => up != statement).Any(up => up is AnonymousFunctionExpressionSyntax);

    private static ITypeSymbol? ElementOf(IMethodSymbol? method) => method?.ReducedFrom is not null && method.ReceiverType is INamedTypeSymbol { TypeArguments: { Length: 1 } elements } ? elements[0]
        : method?.TypeArguments.FirstOrDefault();

    private static string Switch(ExpressionSyntax name, ITypeSymbol? element)
    {
        var names = element is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } type
            ? type.GetMembers().OfType<IPropertySymbol>().Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false }
                && (property.Type.IsValueType || property.Type.SpecialType == SpecialType.System_String)).Select(property => property.Name).Take(MostNames).ToList()
            : [];
        if (names.Count == 0) names.AddRange(["Id", "Name"]);
        return $"{name.WithoutTrivia()} switch {{ {string.Join(", ", names.Select(one => $"\"{char.ToLowerInvariant(one[0])}{one.Substring(1)}\" => \"{one}\""))}, _ => \"{names[0]}\" }}";
    }

    private static string Unique(SemanticModel model, ExpressionSyntax name)
    {
        var chosen = ((name as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? name.ToString()) + "Name";
        chosen = char.ToLowerInvariant(chosen[0]) + chosen.Substring(1);
        while (!model.LookupSymbols(name.SpanStart, name: chosen).IsEmpty) chosen += "2";
        return chosen;
    }
}
