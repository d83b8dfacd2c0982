using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What a handler returns from a catch block is an answer too, where it is no result object whose own sinks speak.</summary>
internal static class ReturnedAnswers
{
    /// <summary>The answer as a sink; nothing for any other return.</summary>
    public static ImmutableArray<Sink> Find(IReturnOperation operation, ISymbol owner)
    {
        if (operation is not { IsImplicit: false, ReturnedValue: { } value, Syntax: ReturnStatementSyntax { Expression: not null } statement } || statement.FirstAncestorOrSelf<CatchClauseSyntax>() is null || !IsHandler(operation, owner)) return ImmutableArray<Sink>.Empty;
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value.Type is { } type && IsData(type) ? ImmutableArray.Create(new Sink("response", value, "return", operation, IsAppended: false)) : ImmutableArray<Sink>.Empty;
    }

    private static bool IsData(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.IsAnonymousType || type.IsTupleType || Symbols.Derives(type, nameof(Exception))
        || (AspNet.InSource(type) && !Symbols.Implements(type, "IActionResult") && !Symbols.Implements(type, "IResult"));

    /// <summary>Whether a return ends an action of a controller, or a lambda that a route is mapped to.</summary>
    public static bool IsHandler(IReturnOperation operation, ISymbol owner)
    {
        for (var up = operation.Parent; up is not null; up = up.Parent)
            switch (up)
            {
                case ILocalFunctionOperation: return false;
                // app.MapGet("/orders", () => { … })
                case IAnonymousFunctionOperation lambda:
                    IOperation at = lambda;
                    while (at.Parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation) at = at.Parent;
                    return at.Parent is IInvocationOperation { TargetMethod: { Name: var name } method } && name.StartsWith("Map", StringComparison.Ordinal) && AspNet.IsKnown(method);
            }
        return owner is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false } action && Symbols.Derives(action.ContainingType, "ControllerBase");
    }
}
