using BackendStandards.Analyzers.Validation;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>The <paramref name="Part"/> of a path that is the client's name of a file, and the <paramref name="Sent"/> name in it; <paramref name="Path"/> is how the class is named there.</summary>
internal sealed record UploadName(ExpressionSyntax Part, string Sent, string Path)
{
    /// <summary>Where a function puts the client's name into a path; null where that is not in sight, or where the name is used for more, as a link to the file.</summary>
    public static UploadName? In(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        var inputs = new InputParts(model, "path", cancellation);
        var parts = new HashSet<ExpressionSyntax>();
        foreach (var path in function.DescendantNodes().OfType<ExpressionSyntax>().Select(node => PathOf(node, model, cancellation)).OfType<ExpressionSyntax>())
        {
            if (inputs.Of(path) is not { Count: 1 } found || found[0].Before.Length == 0) return null;
            parts.Add(found[0].Part);
        }
        if (parts.Count != 1) return null;
        var part = parts.First();
        var sent = part.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Where(IsName).ToList();
        var used = sent.Count == 1 ? (ExpressionSyntax)sent[0] : part is IdentifierNameSyntax ? part : null;
        if (used is null || model.GetTypeInfo(part, cancellation).Type?.SpecialType != SpecialType.System_String || IsUsedElsewhere(function, part, inputs.Built(used))) return null;
        var isPath = model.LookupNamespacesAndTypes(part.SpanStart, name: "Path").FirstOrDefault() is INamedTypeSymbol { ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
            && !model.LookupSymbols(part.SpanStart, name: "Path").Any(static symbol => symbol is not INamedTypeSymbol);
        return new(part, used.WithoutTrivia().ToString(), isPath ? "Path" : "System.IO.Path");
    }

    /// <summary>The function with a generated name instead.</summary>
    public SyntaxNode Replace(SyntaxNode function)
    {
        var part = function.GetCurrentNode(Part)!;
        var extension = $"{Path}.GetExtension({Sent})";
        if (part.Parent is InterpolationSyntax hole)
            return function.ReplaceNode(hole, ((InterpolatedStringExpressionSyntax)SyntaxFactory.ParseExpression($"$\"{{Guid.NewGuid():N}}{{{extension}}}\"")).Contents);
        if (part.Parent is BinaryExpressionSyntax sum && sum.Right == part)
            return function.ReplaceNode(sum, SyntaxFactory.ParseExpression($"{sum.ReplaceNode(part, SyntaxFactory.ParseExpression("Guid.NewGuid().ToString(\"N\")")).WithoutTrivia()} + {extension}").WithTriviaFrom(sum));
        return function.ReplaceNode(part, SyntaxFactory.ParseExpression($"$\"{{Guid.NewGuid():N}}{{{extension}}}\"").WithTriviaFrom(part));
    }

    private static ExpressionSyntax? PathOf(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation) => node switch
    {
        InvocationExpressionSyntax => model.GetOperation(node, cancellation) is IInvocationOperation call ? UploadPaths.Of(call.TargetMethod, call.Arguments)?.Syntax as ExpressionSyntax : null,
        BaseObjectCreationExpressionSyntax => model.GetOperation(node, cancellation) is IObjectCreationOperation { Constructor: { } constructor } creation ? UploadPaths.Of(constructor, creation.Arguments)?.Syntax as ExpressionSyntax : null,
        _ => null,
    };

    private static bool IsName(MemberAccessExpressionSyntax access) => access.Name.Identifier.ValueText is "FileName" or "Name";

    // What else the name is good for would no longer fit: a link, an entry in a table. A test, the extension and a log entry still do.
    private static bool IsUsedElsewhere(SyntaxNode function, ExpressionSyntax part, ExpressionSyntax sent)
    {
        var local = (part as IdentifierNameSyntax)?.Identifier.ValueText;
        return function.DescendantNodes().OfType<ExpressionSyntax>().Any(node =>
            (node is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText == "FileName" || (local is not null && node is IdentifierNameSyntax name && name.Identifier.ValueText == local))
            && !part.Span.Contains(node.Span) && !sent.Span.Contains(node.Span) && !node.Ancestors().TakeWhile(up => up != function).Any(IsHarmless));
    }

    private static bool IsHarmless(SyntaxNode up) => up switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name is "GetExtension" or "TryGetContentType" || name.StartsWith("Log", StringComparison.Ordinal),
        ExpressionSyntax { Parent: IfStatementSyntax test } condition => test.Condition == condition,
        _ => false,
    };
}
