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
    private const string Key = "BST1041.Bound";
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.PageSizeUnbounded.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new All();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var finding in context.Diagnostics)
            if (await PlanAsync(context.Document, finding, context.CancellationToken).ConfigureAwait(false) is { } plan)
                context.RegisterCodeFix(CodeAction.Create("Allow at most 100 at once", token => AppliedAsync(context.Document.Project.Solution, [plan], token), Key), finding);
    }

    private static async Task<Plan?> PlanAsync(Document document, Diagnostic finding, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || SequentialFixAll.NodeAt(root, finding) is not ExpressionSyntax size
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || model.GetTypeInfo(size, cancellation).ConvertedType is not { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }) return null;
        var (chosen, holder) = Chosen(size, model, cancellation);
        var clamped = IsUsedOnce(size, holder, model, cancellation) ? new Plan(document.Id, size, node => Clamped((ExpressionSyntax)node), IsAnnotation: false) : null;
        if (chosen is IPropertySymbol && holder is IParameterSymbol { ContainingSymbol: IMethodSymbol action } && IsChecked(action)) return Annotated(document, chosen, cancellation);
        if (chosen is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter || parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not ParameterSyntax declared) return chosen is null ? null : clamped;
        if (IsChecked(method)) return Annotated(document, parameter, cancellation);
        if (!SymbolEqualityComparer.Default.Equals(Symbols.WithoutNullable(parameter.Type), parameter.Type) || BodyOf(declared) is not { } body) return clamped;
        var statement = SyntaxFactory.ParseStatement($"{declared.Identifier.Text} = Math.Clamp({declared.Identifier.Text}, 1, 100);")
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(LineBreaks.Of(root).ToString())).WithAdditionalAnnotations(Formatter.Annotation);
        return new(document.Id, body, node => ((BlockSyntax)node).WithStatements(((BlockSyntax)node).Statements.Insert(0, statement)), IsAnnotation: false);
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

    private static Plan? Annotated(Document document, ISymbol declared, CancellationToken cancellation)
    {
        if (declared.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || document.Project.Solution.GetDocument(reference.SyntaxTree) is not { } home) return null;
        return reference.GetSyntax(cancellation) is ParameterSyntax or PropertyDeclarationSyntax ? new(home.Id, reference.GetSyntax(cancellation), WithRange, IsAnnotation: true) : null;
    }

    private static SyntaxNode WithRange(SyntaxNode node)
    {
        var attribute = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName("Range"), SyntaxFactory.ParseAttributeArgumentList("(1, 100)"))));
        if (node is ParameterSyntax parameter)
            return parameter.WithoutLeadingTrivia().WithAttributeLists(parameter.WithoutLeadingTrivia().AttributeLists.Add(attribute.WithTrailingTrivia(SyntaxFactory.Space))).WithLeadingTrivia(parameter.GetLeadingTrivia());
        var property = (PropertyDeclarationSyntax)node;
        var bare = property.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute.WithTrailingTrivia(SyntaxFactory.EndOfLine(LineBreaks.Of(node.SyntaxTree.GetRoot()).ToString()), Indentation(property)))).WithLeadingTrivia(property.GetLeadingTrivia());
    }

    /// <summary>The solution with all edits: several findings may share one, and one may stand inside another.</summary>
    private static async Task<Solution> AppliedAsync(Solution solution, IEnumerable<Plan> plans, CancellationToken cancellation)
    {
        foreach (var home in plans.GroupBy(plan => plan.Home))
        {
            if (solution.GetDocument(home.Key) is not { } document || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) continue;
            var edits = home.GroupBy(plan => plan.Target).ToDictionary(group => group.Key, group => group.ToList());
            var changed = root.ReplaceNodes(edits.Keys, (original, rewritten) => edits[original].GroupBy(plan => plan.Edit(original).ToString()).Aggregate(rewritten, (node, group) => group.First().Edit(node)));
            if (home.Any(plan => plan.IsAnnotation) && changed is CompilationUnitSyntax unit) changed = UsingDirectives.Add(unit, Annotations);
            solution = solution.WithDocumentSyntaxRoot(home.Key, changed);
        }
        return solution;
    }

    private static SyntaxTrivia Indentation(SyntaxNode node) => node.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    /// <summary>One edit: of what, in which document, and how.</summary>
    private sealed record Plan(DocumentId Home, SyntaxNode Target, Func<SyntaxNode, SyntaxNode> Edit, bool IsAnnotation);

    /// <summary>The models stand in other documents than the findings.</summary>
    private sealed class All : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var plans = new List<Plan>();
            foreach (var finding in await Findings.OfAsync(context).ConfigureAwait(false))
                if (finding.Location.SourceTree is { } tree && context.Solution.GetDocument(tree) is { } document && await PlanAsync(document, finding, context.CancellationToken).ConfigureAwait(false) is { } plan) plans.Add(plan);
            return CodeAction.Create("Allow at most 100 at once everywhere", token => AppliedAsync(context.Solution, plans, token), Key);
        }
    }
}
