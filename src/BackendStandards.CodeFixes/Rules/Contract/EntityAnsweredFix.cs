using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>BST2010: a response record with the plain members of the entity, secrets left out. A scaffold: what clients see is for a person to decide.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EntityAnsweredFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer with a response type", "BST2010.Response", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.EntityAnswered.Id);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } value) return null;
        if (value.Parent is AwaitExpressionSyntax awaited) value = awaited;
        if (EnvelopeEdit.FunctionOf(value) is not { } function) return null;
        var shown = model.GetTypeInfo(value, cancellation);
        // What may be missing has to be answered with 404 first: that is BST1022.
        if (shown.Type is not { Name: not ("Task" or "ValueTask") } type || shown.Nullability.FlowState == NullableFlowState.MaybeNull) return null;
        var element = RowOf(type);
        if ((element ?? type) is not INamedTypeSymbol { IsAnonymousType: false, TypeArguments.IsEmpty: true } entity) return null;

        var name = entity.Name + "Response";
        var existing = model.LookupNamespacesAndTypes(value.SpanStart, name: name).OfType<INamedTypeSymbol>().FirstOrDefault();
        if (existing is not null && !existing.GetMembers("From").OfType<IMethodSymbol>().Any(method => method is { IsStatic: true, Parameters.Length: 1 } && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, entity))) return null;
        var members = EntityContract.Shown(entity);
        if (members.Count == 0) return null;
        var row = char.ToLowerInvariant(entity.Name[0]) + entity.Name.Substring(1);
        var entityName = entity.ToMinimalDisplayString(model, value.SpanStart);
        var declaration = existing is not null ? null : EntityContract.Write(name, entity, members, withConstraints: false,
            $"public static {name} From({entityName} @{row}) => new({string.Join(", ", members.Select(member => $"@{row}.{member.Name}"))});".Replace("@" + row, Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(row) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? row : "row"), model, value.SpanStart);

        var text = value.ToString();
        var mapped = element is null ? $"{name}.From({text})" : $"{(value is AwaitExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax ? $"({text})" : text)}.Select({name}.From).ToList()";
        var changes = new List<TextChange> { new(value.Span, mapped) };
        // The types that the handler says it answers with, in its signature and its attributes.
        foreach (var promised in Promises(function).SelectMany(part => part.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>().Where(part => part.Identifier.ValueText == entity.Name))
            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(promised, cancellation).Symbol, entity)) changes.Add(new(promised.Span, name));
        return await EntityContract.ApplyAsync(document, function, changes, declaration, cancellation).ConfigureAwait(false);
    }

    private static IEnumerable<SyntaxNode> Promises(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.AttributeLists.Cast<SyntaxNode>().Append(method.ReturnType),
        LocalFunctionStatementSyntax local => [local.ReturnType],
        ParenthesizedLambdaExpressionSyntax { ReturnType: { } type } => [type],
        _ => [],
    };

    private static ITypeSymbol? RowOf(ITypeSymbol type) => type is IArrayTypeSymbol array ? array.ElementType
        : type.AllInterfaces.Append(type as INamedTypeSymbol).FirstOrDefault(one => one is { Name: "IEnumerable", TypeArguments.Length: 1 })?.TypeArguments[0];
}
