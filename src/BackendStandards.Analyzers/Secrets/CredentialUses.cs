using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Tells what a constant is used as: the name that it is assigned to, passed for, compared with or returned under.</summary>
internal static class CredentialUses
{
    private const string Authorization = "Authorization";

    // What asks for a credential under a name that does not say so.
    private static readonly (string Namespace, string Type, string Parameter, CredentialKind Kind)[] KnownParameters =
    [
        ("Azure", "AzureKeyCredential", "key", CredentialKind.ApiKey),
        ("Azure", "AzureNamedKeyCredential", "key", CredentialKind.Key),
        ("Azure", "AzureSasCredential", "signature", CredentialKind.Token),
        ("System.Net.Http.Headers", "AuthenticationHeaderValue", "parameter", CredentialKind.Token),
    ];

    private static readonly string[] Entering = ["Add", "TryAdd", "Set", "Append", "Insert", "With"];

    /// <summary>The credential that a constant is used as, directly or through a local; null where its use tells of none.</summary>
    public static CredentialName? Of(IOperation constant, ISymbol owner) => Of(constant, owner, throughLocal: true);

    private static CredentialName? Of(IOperation constant, ISymbol owner, bool throughLocal)
    {
        var value = constant;
        CredentialName? setting = null;
        while (Passes(value.Parent, value))
        {
            setting ??= OfFallback(value);
            value = value.Parent!;
        }
        return OfPlace(value, constant, owner, throughLocal) ?? setting;
    }

    private static CredentialName? OfPlace(IOperation value, IOperation constant, ISymbol owner, bool throughLocal) => value.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => Read(declarator.Symbol.Name) ?? (throughLocal && IsOneWord(constant) ? OfUses(declarator, owner) : null),
        IFieldInitializerOperation field => Read(field.InitializedFields.FirstOrDefault()?.Name),
        IPropertyInitializerOperation property => Read(property.InitializedProperties.FirstOrDefault()?.Name),
        IParameterInitializerOperation parameter => Read(parameter.Parameter.Name),
        ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent.Parent: IAttributeOperation } } => null,
        ISimpleAssignmentOperation assignment when assignment.Value == value => OfReference(assignment.Target),
        ICoalesceAssignmentOperation assignment when assignment.Value == value => OfReference(assignment.Target),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared =>
            OfReference(compared.LeftOperand == value ? compared.RightOperand : compared.LeftOperand),
        IConstantPatternOperation pattern => OfPattern(pattern),
        ISingleValueCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => OfReference(choice.Value),
        IArgumentOperation argument => OfArgument(argument),
        IReturnOperation returned => OfReturn(returned, owner),
        _ => null,
    };

    // configuration["Mail:Password"] ?? "…": the key tells, whatever the result is called.
    private static CredentialName? OfFallback(IOperation value) => value.Parent is not ICoalesceOperation { Value: var setting } either || either.WhenNull != value ? null : setting switch
    {
        IPropertyReferenceOperation { Arguments: { Length: 1 } key } => OfKey(key[0].Value),
        IInvocationOperation { TargetMethod.Name: "GetEnvironmentVariable" or "GetValue", Arguments: { Length: > 0 } arguments } =>
            arguments.Select(argument => OfKey(argument.Value)).FirstOrDefault(name => name is not null),
        _ => null,
    };

    // password is "…" or not "…"
    private static CredentialName? OfPattern(IOperation pattern)
    {
        while (pattern.Parent is IBinaryPatternOperation or INegatedPatternOperation) pattern = pattern.Parent;
        return pattern.Parent switch
        {
            IIsPatternOperation test => OfReference(test.Value),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => OfReference(choice.Value),
            ICaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => OfReference(choice.Value),
            _ => null,
        };
    }

    // var value = "…"; new NetworkCredential("user", value)
    private static CredentialName? OfUses(IVariableDeclaratorOperation declarator, ISymbol owner)
    {
        IOperation root = declarator;
        while (root.Parent is { } parent) root = parent;
        var uses = root.Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, declarator.Symbol)).ToList();
        // One that is set again may be another value by then.
        if (uses.Any(use => use.Parent is IAssignmentOperation assignment && assignment.Target == use)) return null;
        return uses.Where(use => use.Parent is not IBinaryOperation)
            .Select(use => Of(use, owner, throughLocal: false)).FirstOrDefault(name => name is not null);
    }

    private static bool IsOneWord(IOperation constant) => constant.ConstantValue.Value is string text && !text.Any(char.IsWhiteSpace);

    // What leaves the value as it is: conversions, and choices between values.
    private static bool Passes(IOperation? parent, IOperation value) => parent switch
    {
        IConversionOperation or IParenthesizedOperation or ICoalesceOperation or ISwitchExpressionOperation => true,
        IConditionalOperation choice => choice.Condition != value && (choice.Condition.ConstantValue is not { HasValue: true, Value: bool made } || made == (choice.WhenTrue == value)),
        ISwitchExpressionArmOperation arm => arm.Value == value,
        _ => false,
    };

    private static CredentialName? OfReference(IOperation reference) => reference switch
    {
        IConversionOperation conversion => OfReference(conversion.Operand),
        IParenthesizedOperation inner => OfReference(inner.Operand),
        IConditionalAccessOperation access => OfReference(access.WhenNotNull),
        ILocalReferenceOperation local => Read(local.Local.Name),
        IParameterReferenceOperation parameter => Read(parameter.Parameter.Name),
        IPropertyReferenceOperation { Arguments.Length: 1 } entry => OfKey(entry.Arguments[0].Value),
        IMemberReferenceOperation member => Read(member.Member.Name),
        _ => null,
    };

    private static CredentialName? OfArgument(IArgumentOperation argument)
    {
        if (argument is not { Parameter: { } parameter, Parent: { } call }) return null;
        var type = parameter.ContainingType;
        foreach (var known in KnownParameters)
            if (known.Parameter == parameter.Name && known.Type == type.Name && type.ContainingNamespace.ToString() == known.Namespace)
                return CredentialName.Known(known.Type, known.Kind);
        return call switch
        {
            IInvocationOperation { TargetMethod.Name: "Equals" } comparison => OfComparison(comparison, argument),
            IInvocationOperation entry when Entering.Any(verb => entry.TargetMethod.Name.StartsWith(verb, StringComparison.Ordinal)) && KeyBefore(argument, entry.Arguments) is { } key => OfKey(key),
            IObjectCreationOperation { Type.Name: "KeyValuePair" } entry when KeyBefore(argument, entry.Arguments) is { } key => OfKey(key),
            // The key of a look-up is no value; what an attribute is given describes the code.
            IPropertyReferenceOperation or IObjectCreationOperation { Parent: IAttributeOperation } => null,
            _ => Read(parameter.Name),
        };
    }

    private static CredentialName? OfComparison(IInvocationOperation comparison, IArgumentOperation argument) =>
        comparison.Instance is { } instance ? OfReference(instance)
        : comparison.Arguments.Where(other => other != argument).Select(other => OfReference(other.Value)).FirstOrDefault(name => name is not null);

    // Add("X-Api-Key", value)
    private static IOperation? KeyBefore(IArgumentOperation argument, IEnumerable<IArgumentOperation> arguments) =>
        arguments.Where(other => other.Parameter?.Ordinal == argument.Parameter?.Ordinal - 1)
            .Select(other => other.Value).FirstOrDefault(key => key.ConstantValue is { HasValue: true, Value: string });

    private static CredentialName? OfKey(IOperation key) =>
        key.ConstantValue is not { HasValue: true, Value: string name } ? null
        : name.Equals(Authorization, StringComparison.OrdinalIgnoreCase) ? CredentialName.Known(name, CredentialKind.Token)
        : Read(name);

    // string ApiKey => "…"; string GetApiKey() => "…"
    private static CredentialName? OfReturn(IReturnOperation returned, ISymbol owner)
    {
        for (var up = returned.Parent; up is not null; up = up.Parent)
            if (up is IAnonymousFunctionOperation or ILocalFunctionOperation) return null;
        return owner switch
        {
            IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => Read(property.Name),
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method when method.Name.StartsWith("Get", StringComparison.Ordinal) => Read(method.Name),
            _ => null,
        };
    }

    private static CredentialName? Read(string? name) => name is null ? null : CredentialName.Read(name);
}
