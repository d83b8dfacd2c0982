using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3080: a password is stored, or compared with what is stored, as it was typed.</summary>
internal sealed class PlainTextPassword() : Analysis(RuleCatalog.PlainTextPassword)
{
    internal static readonly Option<ImmutableHashSet<string>> IgnoredTypes = Option.List(
        "bst3080.ignored_types", "Stored types whose passwords have to be readable, such as the encrypted items of a vault.");

    // Functions of databases that hash or encrypt their argument.
    private static readonly string[] DatabaseHashes = ["crypt(", "hashbytes(", "pwdencrypt(", "sha2(", "sha1(", "md5(", "digest(", "encryptby", "aes_encrypt("];

    public override void Start(RuleRegistration registration, Models models)
    {
        // Tests make users of their own.
        if (TestCode.Is(registration.Compilation, registration.Options)) return;
        var code = models.Code;
        var stored = new StoredTypes(code);
        var typed = new TypedPasswords(models.Flow(registration.Cancellation), stored);
        registration.OnOperation(context => CheckAssignment(context, (ISimpleAssignmentOperation)context.Operation, stored, typed), OperationKind.SimpleAssignment);
        registration.OnOperation(context => CheckComparison(context, stored, typed), OperationKind.Binary, OperationKind.Invocation);
        registration.OnOperation(context => CheckParameters(context, typed), OperationKind.Invocation, OperationKind.ObjectCreation);
        registration.OnSymbol(context => CheckProperty(context, (IPropertySymbol)context.Symbol, stored), SymbolKind.Property);
    }

    private static void CheckAssignment(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, StoredTypes stored, TypedPasswords typed)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { } property } target || !IsReadable(property)) return;
        var owner = target.Instance?.Type ?? property.ContainingType;
        if (!IsStored(context, owner, stored) || !typed.Is(assignment.Value, context.CancellationToken)) return;
        Report(context, assignment.Value, $"'{owner.Name}.{property.Name}' is stored as it was typed: store its hash (PasswordHasher)");
    }

    // users.SingleOrDefault(u => u.Email == email && u.Password == password)
    private static void CheckComparison(OperationAnalysisContext context, StoredTypes stored, TypedPasswords typed)
    {
        if (SidesOf(context.Operation) is not var (left, right)) return;
        foreach (var (kept, given) in new[] { (left, right), (right, left) })
            if (TypedPasswords.Plain(kept) is IPropertyReferenceOperation { Property: { } property, Instance.Type: { } owner } && IsReadable(property) && IsStored(context, owner, stored) && typed.Is(given, context.CancellationToken))
            {
                Report(context, context.Operation, $"'{owner.Name}.{property.Name}' is compared with the password as it was typed: store its hash, and verify against that (PasswordHasher)");
                return;
            }
    }

    private static void CheckParameters(OperationAnalysisContext context, TypedPasswords typed)
    {
        foreach (var (name, value) in Parameters(context.Operation))
            if (TypedPasswords.IsName(name.TrimStart('@', ':', '?')) && typed.Is(value, context.CancellationToken) && !IsHashedByDatabase(context.Operation))
                Report(context, value, $"'{name}' of the statement takes the password as it was typed: store and compare its hash (PasswordHasher)");
    }

    private static void CheckProperty(SymbolAnalysisContext context, IPropertySymbol property, StoredTypes stored)
    {
        if (!IsReadable(property) || property.SetMethod is null || property.ContainingType.GetMembers(property.Name + "Hash").Length > 0 || property.Locations.FirstOrDefault(location => location.IsInSource) is not { } place
            || IgnoredTypes.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(place.SourceTree!)).Contains(property.ContainingType.Name) || !stored.Includes(property.ContainingType, context.CancellationToken)) return;
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.PlainTextPassword, place, DiagnosticSeverity.Info, additionalLocations: null, properties: null,
            $"'{property.ContainingType.Name}.{property.Name}' is stored: if it is a hash, call it 'PasswordHash', and if it is not, store one"));
    }

    private static bool IsReadable(IPropertySymbol property) => property.Type.SpecialType == SpecialType.System_String && TypedPasswords.IsName(property.Name)
        && !property.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: var name } && (name.IndexOf("Encrypt", StringComparison.Ordinal) >= 0 || name is "NotMappedAttribute" or "BsonIgnoreAttribute"));

    private static bool IsStored(OperationAnalysisContext context, ITypeSymbol owner, StoredTypes stored) =>
        stored.Includes(owner, context.CancellationToken) && !IgnoredTypes.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree)).Contains(owner.Name);

    private static (IOperation Left, IOperation Right)? SidesOf(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality => (equality.LeftOperand, equality.RightOperand),
        IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: false }, Instance: { } instance, Arguments: { Length: >= 1 } arguments } => (instance, arguments[0].Value),
        IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: true, ContainingType.SpecialType: SpecialType.System_String }, Arguments: { Length: >= 2 } arguments } => (arguments[0].Value, arguments[1].Value),
        _ => null,
    };

    /// <summary>The parameters of a statement that an operation adds: of ADO.NET, and of Dapper.</summary>
    private static IEnumerable<(string Name, IOperation Value)> Parameters(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "AddWithValue" or "Add", ContainingType.Name: var type }, Arguments: { Length: >= 2 } arguments }
                when (type.EndsWith("ParameterCollection", StringComparison.Ordinal) || type == "DynamicParameters") && Text(arguments, 0) is { } name && arguments.FirstOrDefault(argument => argument.Parameter?.Name == "value") is { } value:
                yield return (name, value.Value);
                break;
            case IObjectCreationOperation { Type: { } made, Arguments: { Length: >= 2 } arguments } when Symbols.Derives(made, "DbParameter") && Text(arguments, 0) is { } name && arguments.FirstOrDefault(argument => argument.Parameter?.Name == "value") is { } value:
                yield return (name, value.Value);
                break;
            case IInvocationOperation { TargetMethod.ContainingType: { Name: "SqlMapper", ContainingNamespace.Name: "Dapper" } } call:
                var sql = AspNet.Argument(call, "sql")?.ConstantValue.Value as string ?? "";
                if (AspNet.Argument(call, "param") is { } given && TypedPasswords.Plain(given) is IAnonymousObjectCreationOperation values)
                    foreach (var part in values.Initializers.OfType<ISimpleAssignmentOperation>())
                        if (part.Target is IPropertyReferenceOperation { Property.Name: var name } && sql.IndexOf("@" + name, StringComparison.OrdinalIgnoreCase) >= 0) yield return ("@" + name, part.Value);
                break;
        }
    }

    private static string? Text(ImmutableArray<IArgumentOperation> arguments, int index) => arguments[index].Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static bool IsHashedByDatabase(IOperation operation)
    {
        var member = operation.Syntax.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>() ?? operation.Syntax;
        return member.DescendantTokens().Any(token => token.Value is string text && DatabaseHashes.Any(hash => text.IndexOf(hash, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    private static void Report(OperationAnalysisContext context, IOperation place, string message) => context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.PlainTextPassword, place.Syntax.GetLocation(), message));
}
