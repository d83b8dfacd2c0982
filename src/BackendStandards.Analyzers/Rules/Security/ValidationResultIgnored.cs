using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3004: a validator is called, or ModelState asked, and nobody looks at what it says.</summary>
internal sealed class ValidationResultIgnored() : HostRule(RuleCatalog.ValidationResultIgnored, "Validate", "ValidateAsync", "TryValidateModel", "TryValidateObject", "TryValidateProperty", "TryValidateValue", "IsValid", "TryParse")
{
    /// <summary>The property of a finding that says what its fix writes: one of the two below.</summary>
    internal const string Answer = "answer";
    internal const string OfValidator = "validator";
    internal const string OfModelState = "modelstate";

    private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    public override void Check(HostContext context)
    {
        foreach (var name in new[] { "Validate", "ValidateAsync" })
            foreach (var (call, _) in Dropped(name, context))
                if (IsValidator(call.TargetMethod) && !MayThrow(call, context))
                    Report(call, "The validator", "test IsValid, or call ValidateAndThrow", OfValidator, context);
        foreach (var (call, _) in Dropped("TryValidateModel", context))
            if (Symbols.Derives(call.TargetMethod.ContainingType, "ControllerBase") && !IsModelStateRead(call, context))
                Report(call, "TryValidateModel", "test it, or ModelState.IsValid", OfModelState, context);
        foreach (var name in new[] { "TryValidateObject", "TryValidateProperty", "TryValidateValue" })
            foreach (var (call, _) in Dropped(name, context))
                if (call.TargetMethod.ContainingType is { Name: "Validator", ContainingNamespace.Name: "DataAnnotations" } && !IsListRead(call, context))
                    Report(call, name, "test it, or what it puts into the list", null, context);
        CheckModelState(context);
        foreach (var (call, isDiscarded) in Dropped("TryParse", context))
            if (!isDiscarded && IsOfRequest(call, context) && !IsOutTested(call, context))
                context.Report(this, NameOf(call), DiagnosticSeverity.Info, None, "TryParse", "what is not understood goes on as the default value");
    }

    private void Report(IInvocationOperation call, string subject, string advice, string? answer, HostContext context) =>
        context.Report(this, NameOf(call), Descriptor.DefaultSeverity, answer is null ? None : None.Add(Answer, answer), subject, advice);

    private static SyntaxNode NameOf(IInvocationOperation call) => TreeIndex.NameOf((InvocationExpressionSyntax)call.Syntax);

    // Calls whose value nobody reads: statements, `_ =`, and variables that are never used. By syntax first, as nearly all are none.
    private static IEnumerable<(IInvocationOperation Call, bool IsDiscarded)> Dropped(string name, HostContext context)
    {
        if (!context.Names.Mentions(name)) yield break;
        foreach (var node in context.Nodes(name))
        {
            if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } syntax || TreeIndex.NameOf(syntax) != node) continue;
            ExpressionSyntax value = syntax;
            while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } })
                value = (ExpressionSyntax)value.Parent;
            var isDiscarded = value.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax };
            if (!isDiscarded && value.Parent is not (ExpressionStatementSyntax or EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } })) continue;
            if (context.At(syntax) is not IInvocationOperation call) continue;
            if (value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } && !IsUnread(variable, context)) continue;
            yield return (call, isDiscarded);
        }
    }

    private static bool IsUnread(VariableDeclaratorSyntax variable, HostContext context) =>
        context.Model.Code.BodyAround(variable, context.Cancellation) is { } body && body.At(variable) is IVariableDeclaratorOperation { Symbol: var local } && body.ReferencesTo(local).All(static reference => reference is IVariableDeclaratorOperation);

    private static bool IsValidator(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol type && (type.Name is "Task" or "ValueTask" && type.TypeArguments is { Length: 1 } results ? results[0] : type) is { Name: "ValidationResult", ContainingNamespace: { Name: "Results", ContainingNamespace.Name: "FluentValidation" } };

    // validator.Validate(x, options => options.ThrowOnFailures()); a context that is made elsewhere, or a validator of the application's own that throws, may do so too.
    private static bool MayThrow(IInvocationOperation call, HostContext context)
    {
        if (call.Syntax.DescendantTokens().Any(static token => token.ValueText is "ThrowOnFailures")) return true;
        if (call.Arguments.Any(static argument => argument.Parameter?.Type.Name is "IValidationContext" or "ValidationContext" && Values.Unwrap(argument.Value) is not IObjectCreationOperation)) return true;
        if (AspNet.InSource(call.TargetMethod)) return true;
        var cancellation = context.Cancellation;
        foreach (var name in new[] { "RaiseValidationException", "Validate", "ValidateAsync" })
            foreach (var tree in context.Model.Code.WrittenTreesWith(name, cancellation))
                foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(name, tree.GetRoot(cancellation)))
                    if (node is MethodDeclarationSyntax method && method.Modifiers.Any(static modifier => modifier.ValueText == "override") && method.ReturnType.ToString() is var type && (type.Contains("ValidationResult") || type == "void")) return true;
        return false;
    }

    private static bool IsModelStateRead(IInvocationOperation call, HostContext context) =>
        call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax)?.DescendantTokens().Any(static token => token.ValueText.IndexOf("ModelState", StringComparison.Ordinal) >= 0) != false;

    // Somebody may look at what was put into the list, or holds it already.
    private static bool IsListRead(IInvocationOperation call, HostContext context)
    {
        if (AspNet.Argument(call, "validationResults") is not { } list || Values.Unwrap(list) is { ConstantValue: { HasValue: true, Value: null } } or IObjectCreationOperation) return false;
        return Values.Unwrap(list) is not ILocalReferenceOperation { Local: var local }
            || context.Model.Code.BodyAround(call.Syntax, context.Cancellation)?.ReferencesTo(local).Any(reference => reference is not IVariableDeclaratorOperation && !call.Syntax.Span.Contains(reference.Syntax.Span)) != false;
    }

    private void CheckModelState(HostContext context)
    {
        foreach (var node in context.Nodes("IsValid"))
        {
            if (node.Parent is not MemberAccessExpressionSyntax access || access.Name != node) continue;
            var variable = access.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } declared } ? declared : null;
            var isDiscarded = access.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax };
            if ((variable is not null || isDiscarded) && context.At(access) is IPropertyReferenceOperation { Property.ContainingType.Name: "ModelStateDictionary" } && (variable is null || IsUnread(variable, context)))
                context.Report(this, access.Name, Descriptor.DefaultSeverity, None.Add(Answer, OfModelState), "ModelState.IsValid", "return ValidationProblem(ModelState) where it is false");
        }
    }

    private static bool IsOfRequest(IInvocationOperation call, HostContext context) =>
        AspNet.IsKnown(call.TargetMethod) && call.Type?.SpecialType == SpecialType.System_Boolean && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value is { } text
        && text.DescendantsAndSelf().Any(part => part switch
        {
            IPropertyReferenceOperation { Instance.Type.Name: "HttpRequest" } => true,
            IParameterReferenceOperation { Parameter: var parameter } => RequestParameters.IsBound(parameter) || IsMapped(part, parameter),
            _ => false,
        });

    // The parameter of a lambda that is given to app.MapGet.
    private static bool IsMapped(IOperation part, IParameterSymbol parameter)
    {
        for (var up = part.Parent; up is not null; up = up.Parent)
            if (up is IAnonymousFunctionOperation lambda && AspNet.Same(lambda.Symbol, parameter.ContainingSymbol))
            {
                var call = lambda.Parent;
                while (call is IConversionOperation or IDelegateCreationOperation or IArgumentOperation) call = call.Parent;
                return call is IInvocationOperation { TargetMethod: { Name: var name } method } && name.StartsWith("Map", StringComparison.Ordinal) && AspNet.IsKnown(method);
            }
        return false;
    }

    private static bool IsOutTested(IInvocationOperation call, HostContext context)
    {
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.RefKind == RefKind.Out)?.Value is not { } target) return true;
        var local = Values.Unwrap(target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) is ILocalReferenceOperation reference ? reference.Local : null;
        if (local is null || context.Model.Code.BodyAround(call.Syntax, context.Cancellation) is not { } body) return true;
        return body.ReferencesTo(local).Any(use => !call.Syntax.Span.Contains(use.Syntax.Span) && use is not IVariableDeclaratorOperation && (IsInTest(use) || use.Parent is IAssignmentOperation))
            || !body.ReferencesTo(local).Any(use => !call.Syntax.Span.Contains(use.Syntax.Span) && use is not IVariableDeclaratorOperation);
    }

    private static bool IsInTest(IOperation use)
    {
        for (IOperation child = use, up = use.Parent!; up is not (null or IExpressionStatementOperation or IReturnOperation or IVariableDeclarationOperation); child = up, up = up.Parent!)
            if (up is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } or IIsPatternOperation or ISwitchExpressionOperation
                || (up is IConditionalOperation choice && choice.Condition == child) || up is ISwitchOperation or IInvocationOperation { TargetMethod.ContainingType.Name: "Math" } or IInvocationOperation { TargetMethod.Name: "Clamp" }) return true;
        return false;
    }
}
