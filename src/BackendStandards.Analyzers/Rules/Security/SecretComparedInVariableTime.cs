using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3058: what a caller sends is compared with a secret by an equality that ends at the first difference.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretComparedInVariableTime() : BackendAnalyzer(RuleCatalog.SecretComparedInVariableTime)
{
    private protected override void Start(RuleRegistration registration)
    {
        if (TestCode.Is(registration.Compilation, registration.Options)) return;
        registration.OnOperation(Check, OperationKind.Binary, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        if (SecretComparisons.SidesOf(context.Operation) is not var (left, right) || SecretComparisons.SecretOf(left, right) is not { } name || SecretComparisons.IsPredicate(context.Operation, context.ContainingSymbol)) return;
        // What the advice is: not in .NET Framework.
        if (context.Compilation.GetTypeByMetadataName("System.Security.Cryptography.CryptographicOperations") is null) return;
        context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.SecretComparedInVariableTime, context.Operation.Syntax.GetLocation(), name));
    }
}
