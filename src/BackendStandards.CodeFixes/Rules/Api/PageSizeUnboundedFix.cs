using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1041: <c>[Range(1, 100)]</c> where the framework checks it, else <c>Math.Clamp</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PageSizeUnboundedFix : CodeFixProvider
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.PageSizeUnbounded.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixAll.Create(async (document, node, _, _, cancellation) =>
        await EditAsync(document, node, cancellation).ConfigureAwait(false) is { } changed && changed.Id == document.Id ? changed : null);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var finding in context.Diagnostics)
            if (await EditAsync(context.Document, SequentialFixAll.NodeAt(root, finding), context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create("Allow at most 100 at once", _ => Task.FromResult(changed.Project.Solution), "BST1041.Bound"), finding);
    }

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax size || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || model.GetTypeInfo(size, cancellation).ConvertedType is not { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }) return null;
        var (chosen, holder) = Chosen(size, model, cancellation);
        if (chosen is IPropertySymbol property && holder is IParameterSymbol { ContainingSymbol: IMethodSymbol action } && IsChecked(action)) return await AnnotatedAsync(document, property, cancellation).ConfigureAwait(false);
        if (chosen is not IParameterSymbol parameter || parameter.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration || declaration.GetSyntax(cancellation) is not ParameterSyntax declared)
            return chosen is not null && IsUsedOnce(size, holder, model, cancellation) ? document.WithSyntaxRoot(root.ReplaceNode(size, Clamped(size))) : null;
        if (parameter.ContainingSymbol is IMethodSymbol method && IsChecked(method)) return await AnnotatedAsync(document, parameter, cancellation).ConfigureAwait(false);
        if (Symbols.WithoutNullable(parameter.Type).Equals(parameter.Type, SymbolEqualityComparer.Default) && BodyOf(declared) is { } body)
        {
            var first = SyntaxFactory.ParseStatement($"{declared.Identifier.Text} = Math.Clamp({declared.Identifier.Text}, 1, 100);");
            var lineEnd = SyntaxFactory.EndOfLine(LineBreaks.Of(root).ToString());
            return document.WithSyntaxRoot(root.ReplaceNode(body, body.WithStatements(body.Statements.Insert(0, first.WithTrailingTrivia(lineEnd).WithAdditionalAnnotations(Formatter.Annotation)))));
        }
        return IsUsedOnce(size, parameter, model, cancellation) ? document.WithSyntaxRoot(root.ReplaceNode(size, Clamped(size))) : null;
    }

    /// <summary>What the request fills, and the parameter that it is or hangs below.</summary>
    private static (ISymbol? Chosen, ISymbol? Holder) Chosen(ExpressionSyntax size, SemanticModel model, CancellationToken cancellation)
    {
        while (true)
            switch (size)
            {
                case ParenthesizedExpressionSyntax inner: size = inner.Expression; break;
                case CastExpressionSyntax cast: size = cast.Expression; break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce: size = coalesce.Left; break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValueOrDefault" } access }: size = access.Expression; break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } access when model.GetTypeInfo(access.Expression, cancellation).Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T: size = access.Expression; break;
                case MemberAccessExpressionSyntax access: return (model.GetSymbolInfo(access, cancellation).Symbol as IPropertySymbol, model.GetSymbolInfo(access.Expression, cancellation).Symbol);
                case IdentifierNameSyntax name when model.GetSymbolInfo(name, cancellation).Symbol is var symbol:
                    if (symbol is not ILocalSymbol local) return (symbol, symbol);
                    if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value }) return (null, null);
                    size = value;
                    break;
                default: return (null, null);
            }
    }

    // MVC turns away what its annotations refuse, without being asked.
    private static bool IsChecked(IMethodSymbol action)
    {
        if (!Symbols.Derives(action.ContainingType, "ControllerBase")) return false;
        for (var type = action.ContainingType; type is not null; type = type.BaseType)
            if (type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ApiControllerAttribute")) return true;
        return action.ContainingAssembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ApiControllerAttribute");
    }

    private static BlockSyntax? BodyOf(ParameterSyntax parameter) => parameter.Parent is ParameterListSyntax { Parent: var owner } ? owner switch
    {
        MethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax function => function.Body,
        AnonymousFunctionExpressionSyntax lambda => lambda.Block,
        _ => null,
    } : null;

    // Bounded here and not there, one page would begin where another does not end.
    private static bool IsUsedOnce(ExpressionSyntax size, ISymbol? holder, SemanticModel model, CancellationToken cancellation)
    {
        var around = size.Ancestors().FirstOrDefault(up => up is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax && holder is IParameterSymbol && up.DescendantNodes().OfType<ParameterSyntax>().Any(parameter => parameter.Identifier.ValueText == holder.Name));
        if (around is null || holder is null) return false;
        var chosen = Chosen(size, model, cancellation).Chosen;
        return around.DescendantNodes().OfType<SimpleNameSyntax>().Count(name => name.Identifier.ValueText == chosen?.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, chosen)) == 1;
    }

    private static ExpressionSyntax Clamped(ExpressionSyntax size) =>
        SyntaxFactory.ParseExpression($"Math.Clamp({size.WithoutTrivia()}, 1, 100)").WithTriviaFrom(size);

    private static async Task<Document?> AnnotatedAsync(Document document, ISymbol declared, CancellationToken cancellation)
    {
        if (declared.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || document.Project.Solution.GetDocument(reference.SyntaxTree) is not { } home
            || await reference.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax unit) return null;
        var node = reference.GetSyntax(cancellation);
        var attribute = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName("Range"), SyntaxFactory.ParseAttributeArgumentList("(1, 100)"))));
        SyntaxNode? annotated = node switch
        {
            ParameterSyntax parameter => parameter.WithoutLeadingTrivia().WithAttributeLists(parameter.AttributeLists.Add(attribute.WithTrailingTrivia(SyntaxFactory.Space))).WithLeadingTrivia(parameter.GetLeadingTrivia()),
            PropertyDeclarationSyntax property => property.WithoutLeadingTrivia().WithAttributeLists(property.WithoutLeadingTrivia().AttributeLists.Insert(0, attribute.WithTrailingTrivia(SyntaxFactory.EndOfLine(LineBreaks.Of(unit).ToString()), Indentation(property))))
                .WithLeadingTrivia(property.GetLeadingTrivia()),
            _ => null,
        };
        return annotated is null ? null : home.WithSyntaxRoot(UsingDirectives.Add(unit.ReplaceNode(node, annotated), Annotations));
    }

    private static SyntaxTrivia Indentation(SyntaxNode node) => node.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
}
