using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>The model that a parameter of an endpoint is bound to from the body, with the models in it, and where its members are read.</summary>
internal sealed class RequestModel
{
    private readonly IParameterSymbol _parameter;
    private readonly HashSet<ISymbol> _members;

    public RequestModel(IParameterSymbol parameter, INamedTypeSymbol type)
    {
        _parameter = parameter;
        Type = type;
        Members = [.. InputTypes.Closure(type).SelectMany(InputTypes.MembersOf).Select(member => member.Property)];
        _members = new(Members, SymbolEqualityComparer.Default);
    }

    /// <summary>What the parameter is bound to.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The members that a caller fills.</summary>
    public IReadOnlyList<IPropertySymbol> Members { get; }

    /// <summary>The member of the request that a value is, out of conversions and parses; null where it is none, or computed.</summary>
    public IPropertySymbol? MemberIn(IOperation value, HandlerFunction function)
    {
        value = Values.Unwrap(value);
        switch (value)
        {
            case ICoalesceOperation either: return MemberIn(either.Value, function);
            // Enum.Parse<Role>(request.Role), request.UserId.ToString()
            case IInvocationOperation { TargetMethod: { Name: "Parse" or "Trim" or "ToString" or "ToLower" or "ToUpper" or "ToList" or "ToArray" or "ToLowerInvariant" or "ToUpperInvariant" } method } call when AspNet.IsKnown(method):
                return call.Instance is { } instance ? MemberIn(instance, function) : call.Arguments.Select(argument => MemberIn(argument.Value, function)).FirstOrDefault(member => member is not null);
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }: return MemberIn(nullable, function);
            case IPropertyReferenceOperation { Property: var property, Instance: { } holder } when _members.Contains(property.OriginalDefinition) && IsOfRequest(holder, function, 0): return property;
            default: return null;
        }
    }

    /// <summary>Whether a value is the whole request.</summary>
    public bool IsModel(IOperation value, HandlerFunction function) => Values.Unwrap(value) is IParameterReferenceOperation { Parameter: var parameter } && Stands(parameter, function);

    /// <summary>Whether a function tests a member, gives it another value, or lets the whole request be checked in a way that names it.</summary>
    public bool IsDecidedIn(HandlerFunction function, IPropertySymbol member)
    {
        foreach (var operation in function.Root.DescendantsAndSelf())
            switch (operation)
            {
                case IPropertyReferenceOperation { Property: var read } when AspNet.Same(read.OriginalDefinition, member.OriginalDefinition) && IsTested(operation):
                case IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var written, Instance: not IInstanceReferenceOperation } } when AspNet.Same(written.OriginalDefinition, member.OriginalDefinition):
                case IAssignmentOperation { Target: IParameterReferenceOperation { Parameter: var parameter } } when Stands(parameter, function):
                    return true;
            }
        return false;
    }

    private bool Stands(IParameterSymbol parameter, HandlerFunction function) => function.Call is null
        ? AspNet.Same(parameter, _parameter)
        : function.Given.TryGetValue(parameter.OriginalDefinition, out var given) && Values.Unwrap(given) is IParameterReferenceOperation { Parameter: var passed } && AspNet.Same(passed, _parameter);

    // request.Lines.Select(line => …), foreach (var line in request.Lines), var line = request.Line
    private bool IsOfRequest(IOperation holder, HandlerFunction function, int depth)
    {
        holder = Values.Unwrap(holder);
        if (depth > 4) return false;
        return holder switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => Stands(parameter, function) || IsElement(parameter, holder, function, depth),
            IPropertyReferenceOperation { Property: var property, Instance: { } outer } => _members.Contains(property.OriginalDefinition) && IsOfRequest(outer, function, depth + 1),
            ILocalReferenceOperation { Local: var local } => IsLoopOver(local, holder, function, depth),
            _ => false,
        };
    }

    private bool IsElement(IParameterSymbol parameter, IOperation use, HandlerFunction function, int depth)
    {
        for (var up = use.Parent; up is not null; up = up.Parent)
            if (up is IAnonymousFunctionOperation lambda && AspNet.Same(lambda.Symbol, parameter.ContainingSymbol))
            {
                for (var around = lambda.Parent; around is not null and not IBlockOperation; around = around.Parent)
                    if (around is IInvocationOperation call) return AspNet.ReceiverOf(call) is { } receiver && IsOfRequest(receiver, function, depth + 1);
                return false;
            }
        return false;
    }

    private bool IsLoopOver(ILocalSymbol local, IOperation use, HandlerFunction function, int depth)
    {
        for (var up = use.Parent; up is not null; up = up.Parent)
            if (up is IForEachLoopOperation loop && loop.Locals.Any(one => AspNet.Same(one, local))) return IsOfRequest(loop.Collection, function, depth + 1);
        return false;
    }

    private static bool IsTested(IOperation read)
    {
        for (IOperation child = read, up = read.Parent!; up is not null; child = up, up = up.Parent!)
            switch (up)
            {
                case IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IArgumentOperation: continue;
                case IPropertyReferenceOperation { Property.Name: "Value" or "Length" or "Count" or "HasValue" }: continue;
                case IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean }: return true;
                case IInvocationOperation { TargetMethod.Name: "ToLower" or "ToUpper" or "Trim" or "ToString" or "ToLowerInvariant" or "ToUpperInvariant" }: continue;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual }
                    or IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation or IUnaryOperation:
                    return true;
                // Somebody of the application looks at it: which it is, its name does not tell.
                case IInvocationOperation { TargetMethod: var method } call: return AspNet.InSource(method) && !method.IsStatic && !call.Arguments.IsEmpty && method.ReturnType.SpecialType != SpecialType.System_Void && method.Name.IndexOf("Add", StringComparison.Ordinal) < 0;
                case IConditionalOperation conditional: return conditional.Condition == child;
                default: return false;
            }
        return false;
    }
}
