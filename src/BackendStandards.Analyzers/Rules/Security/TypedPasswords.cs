using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Tells values that are a password as somebody typed it: it came with the request, and nothing hashed or encrypted it on the way.</summary>
internal sealed class TypedPasswords(FlowModel flow, StoredTypes stored)
{
    // What carries what a caller typed to where it is handled.
    private static readonly string[] Carriers = ["Request", "Command", "Dto", "DTO", "Model", "Input", "Form", "Payload", "Query", "Message", "Credentials"];

    /// <summary>Whether a value is such a password.</summary>
    public bool Is(IOperation value, CancellationToken cancellation)
    {
        var plain = Plain(value);
        if (plain.Type?.SpecialType != SpecialType.System_String || NameOf(plain) is not { } name || !IsName(name)) return false;
        // From one row to another it stays what it is.
        if (plain is IPropertyReferenceOperation { Instance.Type: { } owner } && stored.Includes(owner, cancellation)) return false;
        var origins = flow.OriginsOf(plain, cancellation).For(flow.Libraries.KindOf("password")).Origins;
        if ((origins & Origin.Request) != 0) return true;
        // A handler is called by code that is not seen.
        return (origins & Origin.OpenParameter) != 0 && plain is IPropertyReferenceOperation { Instance.Type.Name: var carrier } && Carriers.Any(ending => carrier.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>Whether a name is that of a password, not of its hash, length or policy.</summary>
    public static bool IsName(string name) => CredentialName.Read(name) is { Kind: CredentialKind.Password };

    /// <summary>The value without what leaves it the same: conversions, <c>?? ""</c>, <c>Trim()</c>.</summary>
    public static IOperation Plain(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Plain(conversion.Operand),
        IParenthesizedOperation inner => Plain(inner.Operand),
        ICoalesceOperation coalesce => Plain(coalesce.Value),
        IInvocationOperation { TargetMethod: { Name: "Trim" or "ToString", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text } => Plain(text),
        _ => value,
    };

    private static string? NameOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property.Name,
        IFieldReferenceOperation field => field.Field.Name,
        _ => null,
    };
}
