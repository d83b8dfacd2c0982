using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>One of the calls that a handler answers with: <c>Ok(x)</c> of a controller, <c>TypedResults.Ok(x)</c>, <c>Results.Ok(x)</c>.</summary>
internal sealed class ReturnedResult
{
    private ReturnedResult(InvocationExpressionSyntax call, IMethodSymbol method, bool inController, ArgumentSyntax? value, ITypeSymbol? valueType) =>
        (Call, Method, InController, Value, ValueType) = (call, method, inController, value, valueType);

    /// <summary>The call.</summary>
    public InvocationExpressionSyntax Call { get; }

    /// <summary>What is called.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>Whether it is a method of the controller; else of <c>TypedResults</c> or <c>Results</c>.</summary>
    public bool InController { get; }

    /// <summary>The argument that is the body.</summary>
    public ArgumentSyntax? Value { get; }

    /// <summary>The type of the body; null where it is not known.</summary>
    public ITypeSymbol? ValueType { get; }

    /// <summary>The expressions that a function returns, alternatives of <c>?:</c> and <c>switch</c> one by one.</summary>
    public static IEnumerable<ExpressionSyntax> ReturnedBy(SyntaxNode function)
    {
        var body = function switch
        {
            MethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody?.Expression,
            AnonymousFunctionExpressionSyntax lambda => lambda.Body,
            _ => null,
        };
        if (body is ExpressionSyntax expression) return Alternatives(expression);
        return body is null
            ? []
            : body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>()
                .Where(statement => statement.Expression is not null).SelectMany(statement => Alternatives(statement.Expression!));
    }

    /// <summary>Reads a returned expression; null where it is another one, or one that is not understood.</summary>
    public static ReturnedResult? Read(ExpressionSyntax expression, IOperation? operation)
    {
        if (expression is not InvocationExpressionSyntax call || operation is not IInvocationOperation { TargetMethod: var method } invocation || !AspNet.IsKnown(method)) return null;
        var inController = method.ContainingType.Name == "ControllerBase";
        if (!inController && method.ContainingType is not { Name: "TypedResults" or "Results", ContainingNamespace.Name: "Http" }) return null;
        var argument = invocation.Arguments.FirstOrDefault(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "value" or "error" or "data" });
        var value = argument?.Value;
        while (value is IConversionOperation { IsImplicit: true } conversion) value = conversion.Operand;
        return new(call, method, inController, argument?.Syntax as ArgumentSyntax, value?.Type);
    }

    private static IEnumerable<ExpressionSyntax> Alternatives(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Alternatives(inner.Expression),
        ConditionalExpressionSyntax conditional => Alternatives(conditional.WhenTrue).Concat(Alternatives(conditional.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Alternatives(arm.Expression)),
        _ => [expression],
    };
}
