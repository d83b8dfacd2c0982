using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3081: passwords are hashed too fast, may be too short, or may be tried without end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakPasswordProtection() : BackendAnalyzer(RuleCatalog.WeakPasswordProtection)
{
    internal static readonly Option<int> MinIterations = Option.Number("bst3081.min_iterations", 600_000, "How often PBKDF2 with SHA-256, or a weaker hash, has to stretch a password.");

    internal static readonly Option<int> MinIterationsSha512 = Option.Number("bst3081.min_iterations_sha512", 210_000, "The same with SHA-512.");

    /// <summary>Of a finding's properties: the text that the fix puts in the place of the value.</summary>
    internal const string ValueProperty = "Value";

    private const int MinWorkFactor = 10;
    private const int MinLength = 8;

    private protected override void Start(RuleRegistration registration)
    {
        var options = registration.Options.AnalyzerConfigOptionsProvider;
        // Tests may hash fast.
        if (TestCode.Is(registration.Compilation, registration.Options)) return;
        registration.OnOperation(context => CheckCall(context, (IInvocationOperation)context.Operation, options), OperationKind.Invocation);
        registration.OnOperation(context => CheckIterations(context, options), OperationKind.ObjectCreation);
        registration.OnOperation(CheckAssignment, OperationKind.SimpleAssignment);
    }

    private static void CheckCall(OperationAnalysisContext context, IInvocationOperation call, AnalyzerConfigOptionsProvider options)
    {
        CheckIterations(context, options);
        var method = call.TargetMethod;
        if (PasswordHashing.FastHashOf(call) is { } hash) Report(context, call, null, $"A password is hashed with '{hash}', which is fast: use ASP.NET Core's PasswordHasher or PBKDF2");
        else if (method.ContainingType is { Name: "SignInManager", ContainingNamespace.Name: "Identity" } && ArgumentFor(call, "lockoutOnFailure") is { ConstantValue: { HasValue: true, Value: false } } lockout)
            Report(context, lockout, "true", $"'{method.Name}' lets a password be tried without end: pass true for lockoutOnFailure");
        else if (method.ContainingType.Name is "BCrypt" && method.Name is "HashPassword" or "EnhancedHashPassword" or "GenerateSalt"
            && (ArgumentFor(call, "workFactor") ?? ArgumentFor(call, "rounds") ?? ArgumentFor(call, "logRounds")) is { ConstantValue: { HasValue: true, Value: int and < MinWorkFactor } } factor)
            Report(context, factor, "12", "BCrypt's work factor is below 10: use 12");
    }

    private static void CheckIterations(OperationAnalysisContext context, AnalyzerConfigOptionsProvider provider)
    {
        if (PasswordHashing.Iterations(context.Operation) is not var (argument, iterations, hash)) return;
        var options = provider.GetOptions(context.Operation.Syntax.SyntaxTree);
        var wanted = (hash is "SHA512" or "HMACSHA512" ? MinIterationsSha512 : MinIterations).Read(options);
        if (iterations < wanted) Report(context, argument, null, $"PBKDF2 stretches a password with too few iterations: use at least {wanted}, and keep their number beside the hash");
    }

    private static void CheckAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { ContainingNamespace.Name: "Identity" } type } property } || !assignment.Value.ConstantValue.HasValue) return;
        switch (type.Name, property.Name, assignment.Value.ConstantValue.Value)
        {
            case ("PasswordOptions", "RequiredLength", int and < MinLength):
                Report(context, assignment.Value, "8", "Passwords of less than 8 characters are allowed: require 8 or more");
                break;
            case ("LockoutOptions", "AllowedForNewUsers", false):
                Report(context, assignment.Value, "true", "Lockout is switched off, so that a password may be tried without end: allow it for new users");
                break;
        }
    }

    private static IOperation? ArgumentFor(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;

    private static void Report(OperationAnalysisContext context, IOperation place, string? value, string message) => context.ReportDiagnostic(Diagnostic.Create(
        RuleCatalog.WeakPasswordProtection, place.Syntax.GetLocation(), value is null ? null : ImmutableDictionary<string, string?>.Empty.Add(ValueProperty, value), message));
}
