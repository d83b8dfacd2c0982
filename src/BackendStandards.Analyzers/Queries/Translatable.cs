using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Queries;

/// <summary>Whether a condition is one that a database can be asked, and that C# can hold as an expression: no is the answer wherever it is not sure.</summary>
internal static class Translatable
{
    private static readonly HashSet<string> OfText = new(StringComparer.Ordinal) { "Contains", "StartsWith", "EndsWith", "ToLower", "ToUpper", "Trim", "IsNullOrEmpty", "IsNullOrWhiteSpace", "Equals" };

    private static readonly HashSet<string> OfValues = new(StringComparer.Ordinal) { "Length", "HasValue", "Value", "Date", "Year", "Month", "Day", "Count" };

    /// <summary>Whether a lambda is such a condition.</summary>
    public static bool Is(IOperation? condition)
    {
        while (condition is IConversionOperation or IDelegateCreationOperation) condition = condition is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)condition).Target;
        return condition is IAnonymousFunctionOperation { Symbol.Parameters.Length: 1 } lambda && lambda.Syntax is LambdaExpressionSyntax { ExpressionBody: not null } && lambda.Body.Descendants().All(IsPart);
    }

    private static bool IsPart(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } call => IsKnown(method) && !call.Arguments.Any(argument => argument.Parameter?.Type is { SpecialType: SpecialType.System_Char } or { Name: "StringComparison" or "CultureInfo" or "StringComparer" or "IEqualityComparer" }),
        IPropertyReferenceOperation { Arguments.IsEmpty: false } => false,
        IPropertyReferenceOperation { Instance: { } instance, Property: var property } => IsMapped(property) || !ReadsRow(instance),
        IBinaryOperation binary => binary.OperatorMethod is not { } own || !AspNet.InSource(own) && (binary.OperatorKind is not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract) || own.ContainingType.SpecialType == SpecialType.System_String || own.ContainingType.SpecialType == SpecialType.System_Decimal),
        IAnonymousFunctionOperation { Symbol.Parameters.Length: 1 } inner => inner.Syntax is LambdaExpressionSyntax { ExpressionBody: not null },
        IReturnOperation or IBlockOperation or IArgumentOperation or IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IUnaryOperation { OperatorMethod: null } or ILiteralOperation
            or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IInstanceReferenceOperation or ICoalesceOperation or IConditionalOperation
            or IDefaultValueOperation or IDelegateCreationOperation => true,
        _ => false,
    };

    private static bool IsKnown(IMethodSymbol method) =>
        (method.ContainingType.SpecialType == SpecialType.System_String && OfText.Contains(method.Name))
        || (method.ContainingType.Name == "Enumerable" && method.Name is "Contains" or "Any" or "All" or "Count" && AspNet.IsKnown(method))
        || (method is { Name: "Contains", ContainingType.Name: "List" or "HashSet" or "ICollection" } && AspNet.IsKnown(method));

    // What a row has in a column: neither computed here nor left out of the table.
    private static bool IsMapped(IPropertySymbol property)
    {
        if (!AspNet.InSource(property) && AspNet.IsKnown(property)) return OfValues.Contains(property.Name);
        if (property.SetMethod is null || property.IsStatic || property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NotMappedAttribute")) return false;
        return property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ParameterSyntax || reference.GetSyntax() is PropertyDeclarationSyntax { AccessorList: { } accessors } && accessors.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null));
    }

    // A value from around the lambda is computed before the query is sent.
    private static bool ReadsRow(IOperation instance) => instance.DescendantsAndSelf().Any(inner => inner is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } });
}
