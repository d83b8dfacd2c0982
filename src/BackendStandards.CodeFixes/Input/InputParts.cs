using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Input;

/// <summary>Finds the expressions in a text that bring in what comes from outside, where the text is put together.</summary>
internal sealed class InputParts(SemanticModel model, string sink, CancellationToken cancellation)
{
    private const Origin FromOutside = Origin.Request | Origin.External;
    private const int MaxDepth = 4;

    private readonly FlowModel _flow = new(new CodeBase(model.Compilation), new LibraryModel());

    /// <summary>Whether an expression brings in what comes from outside.</summary>
    public bool IsInput(ExpressionSyntax expression) =>
        model.GetOperation(expression, cancellation) is { ConstantValue.HasValue: false } operation && (_flow.OriginsOf(operation, cancellation).For(_flow.Libraries.KindOf(sink)).Origins & FromOutside) != 0;

    /// <summary>
    /// The expressions to treat, each with the constant text that stands before it; null where the text is not put together in sight.
    /// The parts of a call that joins paths are taken whole.
    /// </summary>
    public IReadOnlyList<(ExpressionSyntax Part, string Before)>? Of(ExpressionSyntax text)
    {
        var found = new List<(ExpressionSyntax, string)>();
        return Collect(Built(text, 0), "", found) && found.Count > 0 ? found : null;
    }

    /// <summary>The expression that makes a text: of a local that is written once, what it is declared with.</summary>
    public ExpressionSyntax Built(ExpressionSyntax text, int depth = 0)
    {
        while (text is ParenthesizedExpressionSyntax parenthesized) text = parenthesized.Expression;
        if (depth > MaxDepth || text is not IdentifierNameSyntax name || model.GetSymbolInfo(name, cancellation).Symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } made } declarator
            || declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member) return text;
        var isWritten = member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax target && target.Identifier.ValueText == local.Name);
        return isWritten ? text : Built(made, depth + 1);
    }

    private bool Collect(ExpressionSyntax text, string before, List<(ExpressionSyntax, string)> found)
    {
        switch (text)
        {
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                    if (content is InterpolatedStringTextSyntax literal) before += literal.TextToken.ValueText;
                    else if (content is InterpolationSyntax { Expression: { } hole }) Add(hole, ref before, found);
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }:
                foreach (var operand in Operands(text))
                    if (model.GetConstantValue(operand, cancellation) is { HasValue: true, Value: var constant }) before += constant;
                    else Add(operand, ref before, found);
                return true;
            case InvocationExpressionSyntax call when model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: "Combine" or "Join", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } }:
                foreach (var argument in call.ArgumentList.Arguments)
                {
                    if (IsInput(argument.Expression)) found.Add((argument.Expression, before));
                    before += "/";
                }
                return true;
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call when model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: "GetFullPath", ContainingType.Name: "Path" }:
                return Collect(Built(arguments[0].Expression), before, found);
            default:
                return false;
        }
    }

    private void Add(ExpressionSyntax part, ref string before, List<(ExpressionSyntax, string)> found)
    {
        if (IsInput(part)) found.Add((part, before));
        before += "x";
    }

    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax text)
    {
        var rights = new Stack<ExpressionSyntax>();
        while (text is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add)
        {
            rights.Push(add.Right);
            text = add.Left;
        }
        yield return text;
        while (rights.Count > 0) yield return rights.Pop();
    }
}
