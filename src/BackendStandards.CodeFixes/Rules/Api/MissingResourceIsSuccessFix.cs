using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1022: answers 404 where nothing was found, and says so in the handler's return type where that names what it answers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MissingResourceIsSuccessFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer 404 where nothing is found", "BST1022.NotFound", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.MissingResourceIsSuccess.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax value || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root
            || model.GetTypeInfo(value, cancellation).Type is not { Name: not ("Task" or "ValueTask") } type) return null;
        var answer = value.Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax call } ? call : value;
        if (value.FirstAncestorOrSelf<SyntaxNode>(up => up is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) is not { } function || Form.Of(answer, value, function, model, cancellation) is not { } form) return null;
        var name = value is IdentifierNameSyntax ? null : FreeName(type, value.SpanStart, model);
        var found = name is null ? value.WithoutTrivia() : SyntaxFactory.IdentifierName(name);
        var good = form.Good(answer, value, found);
        var test = value is IdentifierNameSyntax or InvocationExpressionSyntax or AwaitExpressionSyntax or MemberAccessExpressionSyntax ? value.WithoutTrivia().ToString() : $"({value.WithoutTrivia()})";
        var choice = SyntaxFactory.ParseExpression(name is null ? $"{test} is null ? {form.Missing} : {good}" : $"{test} is {{ }} {name} ? {good} : {form.Missing}").WithTriviaFrom(answer);
        var changed = function.ReplaceNode(answer, choice);
        if (form.Promise is not null)
        {
            if (Promised(changed, form, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(model, value.SpanStart)) is not { } promised) return null;
            changed = promised;
        }
        var mark = new SyntaxAnnotation();
        var unit = root.ReplaceNode(function, changed.WithAdditionalAnnotations(mark));
        if (form.Namespace is { } space) unit = UsingDirectives.Add(unit, space);
        var result = document.WithSyntaxRoot(unit);
        return await CompilesAsync(result, mark, cancellation).ConfigureAwait(false) ? result : null;
    }

    /// <summary>The function with the return type that its answers have now; null where somebody else decides on it.</summary>
    private static SyntaxNode? Promised(SyntaxNode function, Form form, string type)
    {
        var promise = form.Promise!.Replace("{0}", type);
        var isAsync = function is AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: not 0 } || function.ChildTokens().Any(token => token.IsKind(SyntaxKind.AsyncKeyword));
        switch (function)
        {
            case ParenthesizedLambdaExpressionSyntax { ReturnType: null } lambda:
                var returned = SyntaxFactory.ParseTypeName(isAsync ? $"Task<{promise}>" : promise).WithTrailingTrivia(SyntaxFactory.Space);
                return isAsync ? lambda.WithReturnType(returned) : lambda.WithReturnType(returned.WithLeadingTrivia(lambda.GetLeadingTrivia())).WithParameterList(lambda.ParameterList.WithoutLeadingTrivia());
            case MethodDeclarationSyntax method: return With(method.ReturnType) is { } type1 ? method.WithReturnType(type1) : null;
            case LocalFunctionStatementSyntax local: return With(local.ReturnType) is { } type2 ? local.WithReturnType(type2) : null;
            default: return null;
        }

        TypeSyntax? With(TypeSyntax old)
        {
            var wrapped = old is GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } task ? task.Identifier.ValueText : null;
            return SyntaxFactory.ParseTypeName(wrapped is null ? promise : $"{wrapped}<{promise}>").WithTriviaFrom(old);
        }
    }

    private static string FreeName(ITypeSymbol type, int position, SemanticModel model)
    {
        var name = type.Name.Length == 0 ? "found" : char.ToLowerInvariant(type.Name[0]) + type.Name.Substring(1);
        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || model.LookupSymbols(position, name: name).Any()) name = "found";
        return name;
    }

    private static async Task<bool> CompilesAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } written || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } after) return false;
        var place = written.GetAnnotatedNodes(mark).First();
        var around = place.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? place;
        return !after.GetDiagnostics(around.Span, cancellation).Any(fault => fault.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>How a handler answers: what stands for a found and a missing thing, and the return type that it then has.</summary>
    private sealed class Form(string missing, Func<ExpressionSyntax, ExpressionSyntax, ExpressionSyntax, ExpressionSyntax> good, string? promise = null, string? @namespace = null)
    {
        public string Missing { get; } = missing;

        public Func<ExpressionSyntax, ExpressionSyntax, ExpressionSyntax, ExpressionSyntax> Good { get; } = good;

        public string? Promise { get; } = promise;

        public string? Namespace { get; } = @namespace;

        public static Form? Of(ExpressionSyntax answer, ExpressionSyntax value, SyntaxNode function, SemanticModel model, CancellationToken cancellation)
        {
            var symbol = model.GetSymbolInfo(answer, cancellation).Symbol as IMethodSymbol;
            var declared = function is AnonymousFunctionExpressionSyntax ? (model.GetSymbolInfo(function, cancellation).Symbol as IMethodSymbol)?.ReturnType : (model.GetDeclaredSymbol(function, cancellation) as IMethodSymbol)?.ReturnType;
            if (declared is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results }) declared = results[0];
            if (answer != value) return symbol?.ContainingType.Name switch
            {
                "ControllerBase" => new("NotFound()", Kept),
                "OkObjectResult" => new("new NotFoundResult()", Kept),
                "Results" => new("Results.NotFound()", Kept),
                "TypedResults" when declared is { Name: "IResult" } || declared is { Name: "Results", IsReferenceType: true } => new("TypedResults.NotFound()", Kept),
                "TypedResults" => new("TypedResults.NotFound()", Kept, "Results<Ok<{0}>, NotFound>", "Microsoft.AspNetCore.Http.HttpResults"),
                _ => null,
            };
            if (function is AnonymousFunctionExpressionSyntax)
                return model.GetTypeInfo(value, cancellation).Type is { IsAnonymousType: false } ? new("TypedResults.NotFound()", Wrapped, "Results<Ok<{0}>, NotFound>", "Microsoft.AspNetCore.Http.HttpResults") : new("Results.NotFound()", Untyped);
            if (declared is { Name: "ActionResult" }) return new("NotFound()", Bare);
            return model.GetDeclaredSymbol(function, cancellation) is IMethodSymbol { IsOverride: false, IsVirtual: false } action && !IsPromisedElsewhere(action) ? new("NotFound()", Bare, "ActionResult<{0}>", "Microsoft.AspNetCore.Mvc") : null;
        }

        private static ExpressionSyntax Kept(ExpressionSyntax answer, ExpressionSyntax value, ExpressionSyntax found) => answer.ReplaceNode(value, found).WithoutTrivia();

        private static ExpressionSyntax Bare(ExpressionSyntax answer, ExpressionSyntax value, ExpressionSyntax found) => found;

        private static ExpressionSyntax Wrapped(ExpressionSyntax answer, ExpressionSyntax value, ExpressionSyntax found) => SyntaxFactory.ParseExpression($"TypedResults.Ok({found})");

        private static ExpressionSyntax Untyped(ExpressionSyntax answer, ExpressionSyntax value, ExpressionSyntax found) => SyntaxFactory.ParseExpression($"Results.Ok({found})");

        private static bool IsPromisedElsewhere(IMethodSymbol action) => action.ContainingType.AllInterfaces.Any(contract => contract.GetMembers(action.Name).Any(member =>
            SymbolEqualityComparer.Default.Equals(action.ContainingType.FindImplementationForInterfaceMember(member), action)));
    }
}
