using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>Puts calls into a chain of query operators.</summary>
internal static class QueryEdit
{
    private static readonly HashSet<string> Projections = new(StringComparer.Ordinal) { "Select", "SelectMany", "ProjectTo", "ProjectToType" };

    /// <summary>The calls of a chain, the outermost first.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsOf(ExpressionSyntax chain)
    {
        for (var at = chain; ;)
            switch (at)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                    yield return call;
                    at = access.Expression;
                    break;
                case ParenthesizedExpressionSyntax inner: at = inner.Expression; break;
                case AwaitExpressionSyntax awaited: at = awaited.Expression; break;
                default: yield break;
            }
    }

    /// <summary>The name of the method that a call of a chain is written with.</summary>
    public static string NameOf(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;

    /// <summary>What a call of a chain is made on.</summary>
    public static ExpressionSyntax ReceiverOf(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Expression;

    /// <summary>The part of a query before its rows become something else: a database orders by what it has in columns.</summary>
    public static ExpressionSyntax BeforeProjection(ExpressionSyntax query) =>
        CallsOf(query).Where(call => Projections.Contains(NameOf(call))).Select(ReceiverOf).LastOrDefault() ?? query;

    /// <summary>The type of a query's rows.</summary>
    public static ITypeSymbol? RowOf(ExpressionSyntax query, SemanticModel model, CancellationToken cancellation)
    {
        var type = model.GetTypeInfo(query, cancellation).Type;
        return type is null ? null : type.AllInterfaces.Append(type as INamedTypeSymbol).FirstOrDefault(one => one is { Name: "IQueryable", TypeArguments.Length: 1 })?.TypeArguments[0];
    }

    /// <summary>The property that tells the rows of a type apart: marked as the key, or named like one.</summary>
    public static string? KeyOf(ITypeSymbol row)
    {
        var properties = new List<IPropertySymbol>();
        for (var type = row; type is not null; type = type.BaseType)
            properties.AddRange(type.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }));
        var key = properties.Find(property => property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "KeyAttribute"))
            ?? properties.Find(property => property.Name == "Id") ?? properties.Find(property => property.Name == row.Name + "Id");
        return row.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "KeylessAttribute" or "PrimaryKeyAttribute") ? null : key?.Name;
    }

    /// <summary>What to replace, and with what, so that a query has further calls: on lines of their own where those of the query are.</summary>
    public static (ExpressionSyntax Old, ExpressionSyntax New) With(ExpressionSyntax query, params string[] calls)
    {
        var next = query.Parent as MemberAccessExpressionSyntax;
        var model = next ?? (query as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax;
        var breaks = model is null ? default : model.Expression.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToSyntaxTriviaList();
        var dot = SyntaxFactory.Token(SyntaxKind.DotToken).WithLeadingTrivia(breaks.Count > 0 ? model!.OperatorToken.LeadingTrivia : default);
        // A comment behind the query stays there.
        var made = next is null ? query.WithoutTrailingTrivia().WithTrailingTrivia(breaks) : query;
        for (var i = 0; i < calls.Length; i++)
        {
            var call = (InvocationExpressionSyntax)SyntaxFactory.ParseExpression("x" + calls[i]);
            made = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, made, dot, ((MemberAccessExpressionSyntax)call.Expression).Name), call.ArgumentList);
            if (i < calls.Length - 1 || next is not null) made = made.WithTrailingTrivia(breaks);
        }
        return next is null ? (query, made) : (next, next.WithExpression(made));
    }

    /// <summary><c>.OrderBy(x => x.Id)</c>.</summary>
    public static string OrderBy(string key, int position, SemanticModel model)
    {
        var row = model.LookupSymbols(position, name: "x").IsEmpty ? "x" : "row";
        return $".OrderBy({row} => {row}.{key})";
    }
}
