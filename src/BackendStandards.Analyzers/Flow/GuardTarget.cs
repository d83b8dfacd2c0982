using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>A value as an expression names it: a variable, or anything else that is spelled alike (<c>model.ReturnUrl</c>).</summary>
internal sealed record GuardTarget(ISymbol? Variable, string Text)
{
    /// <summary>What an expression names; null where it names nothing that could be tested before.</summary>
    public static GuardTarget? Of(IOperation operation) => Unwrapped(operation) switch
    {
        ILocalReferenceOperation local => new(local.Local, local.Local.Name),
        IParameterReferenceOperation parameter => new(parameter.Parameter, parameter.Parameter.Name),
        IMemberReferenceOperation or IInvocationOperation { Arguments.IsEmpty: true } => new(null, Spelling(operation)),
        _ => null,
    };

    /// <summary>Whether an expression names this value.</summary>
    public bool IsNamedBy(IOperation operation) => Unwrapped(operation) switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, Variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, Variable),
        IMemberReferenceOperation or IInvocationOperation => Variable is null && Spelling(operation) == Text,
        _ => false,
    };

    /// <summary>Whether an expression is this value or was made of it just before, as <c>full</c> in <c>full = Path.GetFullPath(name)</c>.</summary>
    public bool IsIn(IOperation operation, MemberBody? body)
    {
        operation = Unwrapped(operation);
        if (IsNamedBy(operation)) return true;
        if (operation is not ILocalReferenceOperation { Local: var local } || body is null) return operation is not ILocalReferenceOperation && operation.ChildOperations.Any(child => IsIn(child, null));
        foreach (var reference in body.ReferencesTo(local))
        {
            var made = reference switch
            {
                IVariableDeclaratorOperation { Initializer: { } initializer } => initializer.Value,
                { Parent: ISimpleAssignmentOperation assignment } when assignment.Target == reference => assignment.Value,
                // Uri.TryCreate(text, kind, out var uri)
                _ when OutCall(reference) is { } call => call,
                _ => null,
            };
            if (made is not null && made.DescendantsAndSelf().Any(IsNamedBy)) return true;
        }
        return false;
    }

    /// <summary>Without what changes nothing: conversions, parentheses, captures are left to the caller.</summary>
    public static IOperation Unwrapped(IOperation operation)
    {
        while (true)
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IArgumentOperation argument: operation = argument.Value; break;
                default: return operation;
            }
    }

    private static IOperation? OutCall(IOperation reference)
    {
        var up = reference.Parent;
        if (up is IDeclarationExpressionOperation) up = up.Parent;
        return up is IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: { } call } ? call : null;
    }

    private static string Spelling(IOperation operation) => string.Concat(Unwrapped(operation).Syntax.ToString().Where(c => !char.IsWhiteSpace(c) && c is not ('!' or '?')));
}
