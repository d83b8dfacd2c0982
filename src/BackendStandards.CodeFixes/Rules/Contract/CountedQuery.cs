using BackendStandards.CodeFixes.Rules.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>The rows that a page is cut out of: how they are counted, and the statement before which that has to be done.</summary>
internal sealed record CountedQuery(string Count, StatementSyntax Before)
{
    // Their number does not depend on these.
    private static readonly HashSet<string> Ordering = new(StringComparer.Ordinal) { "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "AsNoTracking", "Include", "ThenInclude", "Select" };

    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "ToList", "ToListAsync", "ToArray", "ToArrayAsync" };

    /// <summary>That of a list, which is read in the answer itself or in what its variable is made of; null where <c>query.Skip(…)</c> is not seen.</summary>
    public static CountedQuery? Of(ExpressionSyntax list, SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (list is IdentifierNameSyntax name)
        {
            if (model.GetSymbolInfo(name, cancellation).Symbol is not ILocalSymbol local || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value } || !function.Span.Contains(value.Span)) return null;
            list = value;
        }
        var calls = QueryEdit.CallsOf(list).ToList();
        if (calls.Find(call => Readers.Contains(QueryEdit.NameOf(call))) is not { } reading || calls.Find(call => QueryEdit.NameOf(call) == "Skip") is not { } skip || skip.Span.End > reading.Span.End) return null;
        var rows = QueryEdit.ReceiverOf(skip);
        while (rows is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } call && Ordering.Contains(QueryEdit.NameOf(call))) rows = QueryEdit.ReceiverOf(call);
        if (QueryEdit.RowOf(rows, model, cancellation) is null || list.FirstAncestorOrSelf<StatementSyntax>() is not { } statement) return null;
        var isAsync = QueryEdit.NameOf(reading).EndsWith("Async", StringComparison.Ordinal);
        var arguments = isAsync ? reading.ArgumentList.ToString() : "()";
        return new($"{(isAsync ? "await " : "")}{rows.WithoutTrivia()}.{(isAsync ? "CountAsync" : "Count")}{arguments}", statement);
    }
}
