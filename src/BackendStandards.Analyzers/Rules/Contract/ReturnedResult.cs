using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
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

    /// <summary>Whether it makes problem details. Those of minimal APIs become the format, without their text; those of a controller are sent as they are.</summary>
    public bool IsProblem => Method.Name == "Problem";

    /// <summary>The expressions that a handler returns in the documents that <paramref name="isHere"/> knows, with the function and its body.</summary>
    public static IEnumerable<(ExpressionSyntax Expression, SyntaxNode Function, MemberBody Body)> ReturnedBy(IMethodSymbol handler, CodeBase code, Func<SyntaxTree, bool> isHere, CancellationToken cancellation)
    {
        foreach (var reference in handler.DeclaringSyntaxReferences)
        {
            if (!isHere(reference.SyntaxTree)) continue;
            var function = reference.GetSyntax(cancellation);
            if (code.BodyAround(function, cancellation) is not { } body) continue;
            foreach (var returned in ReturnedBy(function)) yield return (returned, function, body);
        }
    }

    /// <summary>The same of an endpoint, in the document that is looked at.</summary>
    public static IEnumerable<(ExpressionSyntax Expression, SyntaxNode Function, MemberBody Body)> ReturnedBy(Endpoint endpoint, EndpointContext context) =>
        endpoint.Handler is { } handler ? ReturnedBy(handler, context.Model.Code, context.IsHere, context.Cancellation) : [];

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
