using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Conditions that accept an address: its host is compared with fixed ones, or it begins with a fixed host.</summary>
internal static class AddressGuards
{
    /// <summary>Whether a condition with this outcome accepts the address.</summary>
    public static bool Accepts(IOperation condition, bool holds, GuardTarget target, MemberBody? body, FlowModel flow, CancellationToken cancellation)
    {
        switch (condition)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality when holds == (equality.OperatorKind == BinaryOperatorKind.Equals):
                return (IsHost(equality.LeftOperand, target, body) && IsFixed(equality.RightOperand, flow, cancellation)) || (IsHost(equality.RightOperand, target, body) && IsFixed(equality.LeftOperand, flow, cancellation));
            case IIsPatternOperation { Pattern: IConstantPatternOperation or IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } } test when holds:
                return IsHost(test.Value, target, body);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation or IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } } } test when !holds:
                return IsHost(test.Value, target, body);
            case IInvocationOperation { TargetMethod.Name: "StartsWith", Instance: { } text, Arguments: { IsEmpty: false } arguments } when holds:
                return target.IsIn(text, body) && arguments[0].Value.ConstantValue is { HasValue: true, Value: var start } && (UrlText.FixesHost(start?.ToString() ?? "") && (start?.ToString() != "/" || LooksForDoubleSlash(condition)));
            case IInvocationOperation { TargetMethod.Name: "EndsWith", Instance: { } host, Arguments: { IsEmpty: false } arguments } when holds:
                return IsHost(host, target, body) && arguments[0].Value.ConstantValue is { HasValue: true, Value: string { Length: > 1 } end } && end[0] == '.';
            case IInvocationOperation { TargetMethod.Name: "Contains" or "ContainsKey" or "Equals" } call when holds:
                var inputs = (call.Instance is null ? [] : new[] { call.Instance }).Concat(call.Arguments.Select(argument => argument.Value)).ToList();
                return inputs.Count >= 2 && inputs.Any(input => IsHost(input, target, body)) && IsFixed(inputs.First(input => !IsHost(input, target, body)), flow, cancellation);
            default:
                return false;
        }
    }

    private static bool IsHost(IOperation operation, GuardTarget target, MemberBody? body)
    {
        operation = GuardTarget.Unwrapped(operation);
        if (operation is IInvocationOperation { TargetMethod.Name: "ToLowerInvariant" or "ToLower" or "ToUpperInvariant" or "Trim", Instance: { } inner }) operation = GuardTarget.Unwrapped(inner);
        // let host = uri.Host
        if (operation is ILocalReferenceOperation local && body?.At(local.Syntax) is { } use && LocalWrites.Reaching(body, local.Local, use) is { Count: 1 } writes) operation = GuardTarget.Unwrapped(writes[0]);
        return operation is IPropertyReferenceOperation { Property: { Name: "Host" or "DnsSafeHost" or "IdnHost" or "Authority", ContainingType.Name: "Uri" }, Instance: { } uri } && target.IsIn(uri, body);
    }

    private static bool IsFixed(IOperation operation, FlowModel flow, CancellationToken cancellation) =>
        (flow.OriginsOf(operation, cancellation).Origins & (Origin.Request | Origin.External)) == 0;

    // "/" alone lets "//example.com" pass.
    private static bool LooksForDoubleSlash(IOperation condition) =>
        condition.Syntax.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>()?.DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText is "//" or "/\\") == true;
}
