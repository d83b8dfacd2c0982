using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3057: a token, code, salt or key is made of <c>Random</c>, a GUID or the time, or is hashed with MD5 or SHA-1.</summary>
internal sealed class PredictableSecret() : Analysis(RuleCatalog.PredictableSecret)
{
    // What gives its input back in another form.
    private static readonly ImmutableHashSet<string> Forms = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ToString", "ToByteArray", "ToBase64String", "ToHexString", "GetBytes", "Replace", "Substring", "ToUpper", "ToLower", "ToUpperInvariant", "ToLowerInvariant", "Trim", "TrimEnd",
        "PadLeft", "Concat", "Join", "Format", "Select", "SelectMany", "ToArray", "ToList", "Take", "Aggregate", "Append", "GetBytesAsync", "Encode", "UrlEncode", "Base64UrlEncode", "Remove", "Abs");

    private static readonly ImmutableHashSet<string> RandomMembers = ImmutableHashSet.Create(StringComparer.Ordinal, "Next", "NextInt64", "NextDouble", "NextSingle", "NextBytes", "GetItems");

    private static readonly ImmutableHashSet<string> WeakHashes = ImmutableHashSet.Create(StringComparer.Ordinal, "MD5", "SHA1", "MD5CryptoServiceProvider", "SHA1CryptoServiceProvider", "SHA1Managed");

    public override void Start(RuleRegistration registration, Models models)
    {
        registration.OnOperation(Check, OperationKind.Invocation);
        var code = models.Code;
        registration.OnDocument(context => CheckTimes(context, code));
    }

    private static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var (method, type) = (call.TargetMethod, call.TargetMethod.ContainingType);
        switch (type.Name)
        {
            case "Random" when RandomMembers.Contains(method.Name) && IsSystem(type):
                // random.NextBytes(salt)
                var target = method.Name == "NextBytes" && call.Arguments.Length == 1 ? NameOf(call.Arguments[0].Value) : NameOfResult(call, context.ContainingSymbol);
                Report(context.ReportDiagnostic, call, target ?? NameOfMaker(call, context.ContainingSymbol), "'Random', whose next values follow from a few that were seen");
                break;
            case "Guid" when method.Name == "NewGuid" && IsSystem(type) && !IsKeptAsGuid(call):
                // A salt and a nonce need be unique only.
                Report(context.ReportDiagnostic, call, NameOfResult(call, context.ContainingSymbol) is { } name && !SecurityNames.IsUniqueOnly(name) ? name : null, "a GUID, which is made to be unique and not to be unguessable");
                break;
            default:
                if (WeakHashes.Contains(type.Name) && method.Name is "HashData" or "ComputeHash" || (method.Name == "ComputeHash" && WeakHashes.Contains(call.Instance?.Type?.Name ?? "")))
                    Report(context.ReportDiagnostic, call, call.Arguments.Select(argument => NameOfInput(argument.Value)).FirstOrDefault(input => input is not null && !SensitiveNames.IsDescriptive(input) && CredentialName.Read(input) is { Kind: not (CredentialKind.Password or CredentialKind.Passphrase) }),
                        $"a hash that is broken: use SHA-256 in the place of '{(WeakHashes.Contains(type.Name) ? type.Name : call.Instance!.Type!.Name)}'", "hashed with ");
                break;
        }
    }

    private static void CheckTimes(SemanticModelAnalysisContext context, CodeBase code)
    {
        var tree = context.SemanticModel.SyntaxTree;
        foreach (var position in TreeIndex.Of(tree, context.CancellationToken).PositionsOf("Ticks"))
            if (tree.GetRoot(context.CancellationToken).FindToken(position).Parent?.Parent is MemberAccessExpressionSyntax access && code.BodyAround(access, context.CancellationToken) is { } body
                && body.At(access) is IPropertyReferenceOperation ticks) CheckTime(context.ReportDiagnostic, ticks, body.Owner);
    }

    // DateTime.Now.Ticks
    private static void CheckTime(Action<Diagnostic> report, IPropertyReferenceOperation ticks, ISymbol owner)
    {
        if (ticks is { Property: { Name: "Ticks", ContainingType.Name: "DateTime" or "DateTimeOffset" }, Instance: IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" } } }
            && ticks.Parent is not IArgumentOperation { Parent: IObjectCreationOperation })
            Report(report, ticks, NameOfResult(ticks, owner), "the time, which everybody knows");
    }

    private static void Report(Action<Diagnostic> report, IOperation source, string? name, string what, string how = "made of ")
    {
        if (name is not null) report(Diagnostic.Create(RuleCatalog.PredictableSecret, source.Syntax.GetLocation(), name, how + what));
    }

    private static bool IsSystem(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    // A GUID that stays one is an id.
    private static bool IsKeptAsGuid(IOperation call) => call.Parent is not (IInvocationOperation or IInterpolationOperation or IConversionOperation { Type.SpecialType: SpecialType.System_String or SpecialType.System_Object } or IConditionalAccessOperation or IArgumentOperation);

    /// <summary>The name that a value made of this one goes by, if that says it must not be guessed.</summary>
    private static string? NameOfResult(IOperation source, ISymbol owner)
    {
        var value = source;
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or IInterpolationOperation or IInterpolatedStringOperation or ICoalesceOperation or IArrayElementReferenceOperation or IConditionalAccessOperation or IAwaitOperation: break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }: break;
                case IConditionalOperation choice when choice.Condition != value: break;
                // "abc…"[random.Next(26)]
                case IArgumentOperation { Parent: IPropertyReferenceOperation { Property.IsIndexer: true } }: value = value.Parent; break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } when Forms.Contains(method.Name): value = value.Parent; break;
                case IArgumentOperation { Parent: IObjectCreationOperation { Type.SpecialType: SpecialType.System_String } }: value = value.Parent; break;
                case IInvocationOperation call when call.Instance == value && Forms.Contains(call.TargetMethod.Name): break;
                // Enumerable.Range(0, 8).Select(_ => letters[random.Next(26)])
                case IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation { Parent: IDelegateCreationOperation lambda } } }: value = lambda; continue;
                case IReturnOperation: return IsInLambda(value) ? null : MakerName(owner);
                case IArgumentOperation argument: return argument.Parent is IInvocationOperation or IObjectCreationOperation && argument.Parameter is { } parameter ? Named(parameter.Name) : null;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }: return Named(declarator.Symbol.Name);
                case IFieldInitializerOperation field: return Named(field.InitializedFields.FirstOrDefault()?.Name);
                case IPropertyInitializerOperation property: return Named(property.InitializedProperties.FirstOrDefault()?.Name);
                case IAssignmentOperation assignment when assignment.Value == value: return NameOf(assignment.Target);
                default: return null;
            }
            value = value.Parent!;
        }
    }

    // Random inside of GenerateToken() { … builder.Append(letters[random.Next(26)]); … }
    private static string? NameOfMaker(IOperation call, ISymbol owner) => call.Parent is IArgumentOperation ? MakerName(owner) : null;

    private static string? MakerName(ISymbol owner) => SecurityNames.MakesUnguessable(owner.Name) ? owner.Name : owner is IMethodSymbol { AssociatedSymbol: { } property } ? Named(property.Name) : null;

    private static bool IsInLambda(IOperation value)
    {
        for (var up = value.Parent; up is not null; up = up.Parent)
            if (up is IAnonymousFunctionOperation) return true;
        return false;
    }

    private static string? NameOf(IOperation target) => target switch
    {
        IConversionOperation conversion => NameOf(conversion.Operand),
        ILocalReferenceOperation local => Named(local.Local.Name),
        IParameterReferenceOperation parameter => Named(parameter.Parameter.Name),
        IPropertyReferenceOperation { Arguments.Length: 1 } entry => Named(entry.Arguments[0].Value.ConstantValue.Value as string),
        IMemberReferenceOperation member => Named(member.Member.Name),
        _ => null,
    };

    private static string? NameOfInput(IOperation input) => input switch
    {
        IConversionOperation conversion => NameOfInput(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "GetBytes", Arguments.Length: > 0 } bytes => NameOfInput(bytes.Arguments[0].Value),
        _ => NameOf(input),
    };

    private static string? Named(string? name) => name is not null && SecurityNames.MustBeUnguessable(name) ? name : null;
}
