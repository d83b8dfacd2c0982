using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Names under which a client sends who it is, and the ways in which such a value is taken for the truth.</summary>
internal static class ClientIdentity
{
    private const int MaxDepth = 4;

    private static readonly HashSet<string> Users = new(StringComparer.Ordinal) { "user", "userid", "useridentifier", "username", "currentuser", "currentuserid", "customerid", "accountid", "ownerid", "callerid", "remoteuser", "forwardeduser", "authenticateduser", "memberid" };
    private static readonly HashSet<string> Tenants = new(StringComparer.Ordinal) { "tenant", "tenantid", "organizationid", "organisationid" };
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal) { "role", "roles", "userrole", "userroles", "isadmin", "admin" };

    private static readonly HashSet<string> OwnerMembers = new(StringComparer.OrdinalIgnoreCase)
        { "UserId", "OwnerId", "CreatedBy", "CreatedById", "CustomerId", "AccountId", "BuyerId", "AuthorId", "TenantId", "OrganizationId", "UserName", "OwnerUserId", "MemberId" };

    private static readonly HashSet<string> Lookups = new(StringComparer.Ordinal) { "Find", "FindAsync", "FindByIdAsync", "FindByNameAsync" };

    private static readonly HashSet<string> Through = new(StringComparer.Ordinal) { "ToString", "FirstOrDefault", "First", "Single", "SingleOrDefault", "Trim", "Parse", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "ToInt32", "ToInt64" };

    /// <summary>What a header, by its name, would say of the caller: the user, the tenant, the role; null for another header.</summary>
    public static string? OfHeader(string name) => Of(string.Concat(Words.Split(name).SkipWhile(static word => word == "x")));

    /// <summary>The same for a value of the query or the body.</summary>
    public static string? OfValue(string name) => name.Equals("user", StringComparison.OrdinalIgnoreCase) || name.Equals("username", StringComparison.OrdinalIgnoreCase) ? null : Of(name.ToLowerInvariant()) is { } kind && kind != "the role" ? kind : null;

    /// <summary>Whether a member says whose something is.</summary>
    public static bool IsOwner(string member) => OwnerMembers.Contains(member);

    /// <summary>Where a value is compared with whose something is, looked up as the caller, or made a claim; null where no such use is seen.</summary>
    public static IOperation? UseOf(IOperation read, CodeBase code, CancellationToken cancellation, int depth = 0)
    {
        for (IOperation child = read, up = read.Parent!; up is not null && depth < MaxDepth; child = up, up = up.Parent!)
            switch (up)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation or IConditionalAccessOperation or IVariableInitializerOperation or IArrayElementReferenceOperation: continue;
                case ICoalesceOperation either when either.Value == child: continue;
                case IPropertyReferenceOperation { Property.Name: "Value" or "Item" or "this[]" }: continue;
                case IInvocationOperation { TargetMethod.Name: var name } call when Through.Contains(name) && AspNet.IsKnown(call.TargetMethod): continue;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var parse } call } when Through.Contains(parse) && AspNet.IsKnown(call.TargetMethod): continue;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "TryParse" } call }:
                    return call.Arguments.Where(argument => argument.Parameter?.RefKind == RefKind.Out).Select(argument => LocalOf(argument.Value)).OfType<ILocalSymbol>().Select(local => UseOf(local, read, code, cancellation, depth)).FirstOrDefault(use => use is not null);
                case IVariableDeclaratorOperation { Symbol: var local }: return UseOf(local, read, code, cancellation, depth);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } when ((ISimpleAssignmentOperation)up).Value == child: return UseOf(target, read, code, cancellation, depth);
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } write when write.Value == child: return IsOwner(property.Name) && AspNet.InSource(property) ? up : null;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test: return IsCompared(test.LeftOperand == child ? test.RightOperand : test.LeftOperand, read) ? up : null;
                case IInvocationOperation { TargetMethod.Name: "Equals" } equals when equals.Instance == child: return equals.Arguments.Any(argument => IsCompared(argument.Value, read)) ? up : null;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Equals" } equals }: return (equals.Instance is { } instance && IsCompared(instance, read)) || equals.Arguments.Any(argument => argument != up && IsCompared(argument.Value, read)) ? equals : null;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var found } lookup }: return Lookups.Contains(found.Name) && !AspNet.InSource(found) ? lookup : null;
                case IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Claim" } claim }: return claim;
                default: return null;
            }
        return null;
    }

    /// <summary>The same for a variable that holds the value.</summary>
    public static IOperation? UseOf(ILocalSymbol local, IOperation from, CodeBase code, CancellationToken cancellation, int depth) => code.BodyAround(from.Syntax, cancellation) is { } body
        ? body.ReferencesTo(local).Where(reference => reference is ILocalReferenceOperation && !from.Syntax.Span.Contains(reference.Syntax.Span)).Select(reference => UseOf(reference, code, cancellation, depth + 1)).FirstOrDefault(use => use is not null)
        : null;

    /// <summary>The variable that an <c>out</c> argument declares or writes.</summary>
    public static ILocalSymbol? LocalOf(IOperation argument) => (argument is IDeclarationExpressionOperation declared ? declared.Expression : argument) is ILocalReferenceOperation { Local: var local } ? local : null;

    private static string? Of(string name) => Users.Contains(name) ? "the user" : Tenants.Contains(name) ? "the tenant" : Roles.Contains(name) ? "the role" : null;

    // With a member that names an owner, or, of a role, with a text that is one.
    private static bool IsCompared(IOperation other, IOperation read)
    {
        other = Values.Unwrap(other);
        if (other is IPropertyReferenceOperation { Property.Name: var member, Instance: not (null or IInstanceReferenceOperation) }) return IsOwner(member) || member == "Id";
        return other.ConstantValue is { HasValue: true, Value: string { Length: > 0 } } && read.Syntax.ToString().IndexOf("role", StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
