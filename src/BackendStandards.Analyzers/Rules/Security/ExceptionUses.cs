using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What code does with exceptions: hands out their details, hands out what is meant to be read, or neither.</summary>
/// <param name="code">The sources.</param>
/// <param name="userFacing">Names of exception types whose messages are written for users.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class ExceptionUses(CodeBase code, ImmutableHashSet<string> userFacing, CancellationToken cancellation)
{
    private const int MaxDepth = 4;
    private readonly HashSet<ISymbol> _entered = new(SymbolEqualityComparer.Default);

    /// <summary>Yes: details leave; no: all that leaves is meant to be read, or leaves in development only; unknown: none is seen here.</summary>
    public Answer Leave(IOperation root) => Leave(root, 0);

    /// <summary>Whether the messages of an exception type are written for users.</summary>
    public bool IsUserFacing(ITypeSymbol? type)
    {
        for (var up = type; up is not null && !IsException(up); up = up.BaseType)
            if (AspNet.InSource(up) || userFacing.Contains(up.Name) || up.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "UserFacingAttribute" or "UserFacing")) return true;
        return false;
    }

    private Answer Leave(IOperation root, int depth)
    {
        var answer = Answer.Unknown;
        foreach (var operation in root.DescendantsAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            if (operation is not (ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IInvocationOperation or IConditionalAccessInstanceOperation) || !Derives(operation.Type)) continue;
            var use = Of(operation, depth);
            if (use == Answer.Yes && DevelopmentOnly.Is(operation, code, cancellation)) use = Answer.No;
            if (use == Answer.Yes) return Answer.Yes;
            if (use == Answer.No) answer = Answer.No;
        }
        return answer;
    }

    private Answer Of(IOperation exception, int depth)
    {
        var (child, parent) = (exception, exception.Parent);
        while (parent is IConversionOperation or IParenthesizedOperation && Derives(parent.Type)) (child, parent) = (parent, parent.Parent);
        switch (parent)
        {
            case IPropertyReferenceOperation property when property.Instance == child:
                return Derives(property.Type) ? Answer.Unknown : HarmlessTypes.IsScalar(property.Type) || (IsUserFacing(exception.Type) && property.Property.Name is not ("StackTrace" or "TargetSite")) ? Answer.No : Answer.Yes;
            case IInvocationOperation call when call.Instance == child:
                if (Derives(call.Type)) return Answer.Unknown;
                return call.TargetMethod.Name == "GetType" || HarmlessTypes.IsScalar(call.Type) || (IsUserFacing(exception.Type) && AspNet.InSource(call.TargetMethod)) ? Answer.No : Answer.Yes;
            case IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call }:
                // What gives nothing back, a log or a delegate that writes one, hands nothing on.
                if (IsLog(call.TargetMethod) || (call.TargetMethod.ReturnsVoid && !AspNet.InSource(call.TargetMethod))) return Answer.Unknown;
                return AspNet.InSource(call.TargetMethod) ? Inside(call.TargetMethod, parameter, depth) : Answer.Yes;
            // A constructor of the user's own may keep the message, and an exception may wrap another.
            case IArgumentOperation { Parent: IObjectCreationOperation creation }: return Derives(creation.Type) ? Answer.Unknown : Answer.Yes;
            case IThrowOperation or IIsPatternOperation or IIsTypeOperation or ISwitchOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }
                or IVariableInitializerOperation or IAssignmentOperation or IConditionalAccessOperation or IExpressionStatementOperation or ICoalesceOperation:
                return Answer.Unknown;
            case ISwitchExpressionOperation choice when choice.Value == child: return Answer.Unknown;
            default: return Answer.Yes;
        }
    }

    private Answer Inside(IMethodSymbol method, IParameterSymbol parameter, int depth)
    {
        if (depth >= MaxDepth || !_entered.Add(method.OriginalDefinition) || code.BodyOf(method, cancellation) is not { } body) return Answer.Unknown;
        return Leave(body.Root, depth + 1);
    }

    private static bool IsLog(IMethodSymbol method) =>
        method.Name.StartsWith("Log", StringComparison.Ordinal) || method.ContainingType.Name.IndexOf("Log", StringComparison.Ordinal) >= 0 || method.Name is "CaptureException" or "TrackException" or "RecordException" or "AddException" or "SetTag";

    private static bool Derives(ITypeSymbol? type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if (IsException(up)) return true;
        return false;
    }

    private static bool IsException(ITypeSymbol type) => type is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };
}
