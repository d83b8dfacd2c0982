using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>
/// Something of a library that belongs on a developer's machine: a method that switches it on, with a parameter of type <c>bool</c> or without one, or a property.
/// </summary>
internal sealed record DevelopmentSwitch(string Name, params string[] Types)
{
    /// <summary>Where it is switched on in a document for other machines too: the method's name, or the value.</summary>
    public IEnumerable<SyntaxNode> SwitchedOn(HostContext context)
    {
        foreach (var call in context.Calls(Name))
            if (IsOf(call.TargetMethod) && !call.Arguments.Any(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean && Values.Unwrap(argument.Value).ConstantValue.Value is not true)
                && context.RunsOutsideDevelopment(call))
                yield return TreeIndex.NameOf((InvocationExpressionSyntax)call.Syntax);
        foreach (var (property, assignment) in context.Writes(Name))
            if (IsOf(property) && Values.Unwrap(assignment.Value).ConstantValue.Value is true && context.RunsOutsideDevelopment(assignment))
                yield return assignment.Value.Syntax;
    }

    private bool IsOf(ISymbol member) => Types.Contains(member.ContainingType.Name);
}
