using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Changes what a handler returns, and along with it what it declares that it returns; nothing where the result would not compile.</summary>
internal static class EnvelopeEdit
{
    /// <summary>The handler that a returned expression belongs to.</summary>
    public static SyntaxNode? FunctionOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(up => up is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    /// <summary>An expression with the names of the envelope.</summary>
    public static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);

    /// <summary>Puts expressions in the place of others, declares the types anew, and adds the using.</summary>
    public static async Task<Document?> ApplyAsync(
        Document document, SyntaxNode function, IReadOnlyDictionary<SyntaxNode, SyntaxNode> replacements, Func<TypeSyntax, TypeSyntax> declare, CancellationToken cancellation)
    {
        if (replacements.Count == 0 || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var all = replacements.ToDictionary(pair => pair.Key, pair => pair.Value);
        var declared = ReturnTypeOf(function);
        if (declared is not null && declare(declared) is var changedType && changedType != declared)
        {
            // What others call or override keeps its type.
            if (model.GetDeclaredSymbol(function, cancellation) is IMethodSymbol method && IsPromised(method)) return null;
            all[declared] = changedType.WithTriviaFrom(declared);
        }
        foreach (var documented in function is MethodDeclarationSyntax { AttributeLists: var lists } ? lists.SelectMany(list => list.Attributes).Select(TypeOfSuccess).OfType<TypeSyntax>() : [])
            if (!IsInFormat(model, documented, cancellation)) all[documented] = Wrapped(documented);

        var mark = new SyntaxAnnotation();
        var unit = root.ReplaceNodes(all.Keys.Append(function), (original, rewritten) =>
            original == function ? rewritten.WithAdditionalAnnotations(mark) : all[original].WithTriviaFrom(original));
        if (!unit.Usings.Any(directive => directive.Name?.ToString() == ResponseFormat.Namespace) && !model.LookupNamespacesAndTypes(function.SpanStart, name: "ApiResults").Any(found => found is INamedTypeSymbol type && ResponseFormat.IsInFormat(type)))
            unit = UsingDirectives.Add(unit, ResponseFormat.Namespace);
        var changed = document.WithSyntaxRoot(unit);
        if (await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } written || await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } after) return null;
        var place = written.GetAnnotatedNodes(mark).First();
        var around = (SyntaxNode?)place.FirstAncestorOrSelf<StatementSyntax>(statement => statement is not BlockSyntax) ?? place;
        return after.GetDiagnostics(around.Span, cancellation).Any(fault => fault.Severity == DiagnosticSeverity.Error) ? null : changed;
    }

    /// <summary><c>T</c> as <c>ApiResponse&lt;T&gt;</c>.</summary>
    public static TypeSyntax Wrapped(TypeSyntax type) => SyntaxFactory.ParseTypeName($"ApiResponse<{type.WithoutTrivia()}>");

    /// <summary>What is inside of <c>Task&lt;…&gt;</c> and <c>ValueTask&lt;…&gt;</c>.</summary>
    public static TypeSyntax Awaited(TypeSyntax type) => type is GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: { Count: 1 } inner } ? inner[0] : type;

    /// <summary>A declared type in which generic names are given by a table, at any depth: <c>Results&lt;Ok&lt;T&gt;, NotFound&gt;</c>.</summary>
    public static TypeSyntax Renamed(TypeSyntax type, Func<SimpleNameSyntax, TypeSyntax?> rename)
    {
        if (type is SimpleNameSyntax simple && rename(simple) is { } renamed) return renamed;
        return type is GenericNameSyntax generic && generic.TypeArgumentList.Arguments.Any(argument => Renamed(argument, rename) != argument)
            ? generic.ReplaceNodes(generic.TypeArgumentList.Arguments, (original, _) => Renamed(original, rename).WithTriviaFrom(original))
            : type;
    }

    private static bool IsInFormat(SemanticModel model, TypeSyntax type, CancellationToken cancellation) =>
        model.GetTypeInfo(type, cancellation).Type is { } symbol && ResponseFormat.IsInFormat(symbol);

    /// <summary>The type that a function declares to return; null where it leaves that to the compiler.</summary>
    public static TypeSyntax? ReturnTypeOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax local => local.ReturnType,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ReturnType,
        _ => null,
    };

    private static bool IsPromised(IMethodSymbol method) =>
        method.IsOverride || method.IsVirtual || method.IsAbstract || method.ExplicitInterfaceImplementations.Length > 0
        || method.ContainingType.AllInterfaces.Any(type => type.GetMembers(method.Name).Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));

    // [ProducesResponseType<T>(200)] and [ProducesResponseType(typeof(T), 200)]: the type, where the status is a success.
    private static TypeSyntax? TypeOfSuccess(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name;
        if (name is not SimpleNameSyntax { Identifier.ValueText: "ProducesResponseType" or "ProducesResponseTypeAttribute" } simple || attribute.ArgumentList is not { } list) return null;
        if (!list.Arguments.Any(argument => argument.Expression.ToString() is "200" or "201" or "202" || argument.Expression.ToString() is var text && (text.EndsWith("Status200OK", StringComparison.Ordinal) || text.EndsWith("Status201Created", StringComparison.Ordinal) || text.EndsWith("Status202Accepted", StringComparison.Ordinal)))) return null;
        return simple is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } types } ? types[0] : list.Arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault()?.Type;
    }
}
