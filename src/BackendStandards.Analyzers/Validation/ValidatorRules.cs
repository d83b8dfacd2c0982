using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Validation;

/// <summary>What validators say of one property: <c>RuleFor(x => x.PageSize).InclusiveBetween(1, 100)</c>.</summary>
internal sealed class ValidatorRules(CodeBase code)
{
    // They leave a number as large as it likes to be.
    private static readonly HashSet<string> Unbounding = new(StringComparer.Ordinal)
    {
        "RuleFor", "NotNull", "NotEmpty", "NotEqual", "GreaterThan", "GreaterThanOrEqualTo", "WithMessage", "WithName", "WithErrorCode", "WithSeverity", "WithState", "OverridePropertyName", "When", "Unless", "Cascade",
    };

    /// <summary>Whether a validator of the property's model holds it below something, or does what is not seen.</summary>
    public bool Bound(IPropertySymbol property, CancellationToken cancellation)
    {
        var model = property.ContainingType.Name;
        foreach (var tree in code.TreesWith(model, cancellation))
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(model, tree.GetRoot(cancellation)))
                if (node is SimpleNameSyntax name && name.FirstAncestorOrSelf<GenericNameSyntax>(generic => generic != name && generic.Identifier.ValueText.IndexOf("Validat", StringComparison.Ordinal) >= 0) is { } validator && Bounds(validator, property.Name)) return true;
        return false;
    }

    private static bool Bounds(GenericNameSyntax validator, string property)
    {
        // A validator that is asked for, not declared: its declaration speaks, where there is one.
        if (validator.Parent is not BaseTypeSyntax { Parent: BaseListSyntax { Parent: TypeDeclarationSyntax declaration } }) return false;
        foreach (var node in declaration.DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax call || NameOf(call) is not ("RuleFor" or "Include" or "Custom" or "Validate")) continue;
            if (NameOf(call) != "RuleFor") return true;
            if (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is not LambdaExpressionSyntax { Body: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var named } } || named != property) continue;
            for (SyntaxNode up = call; up is MemberAccessExpressionSyntax or InvocationExpressionSyntax; up = up.Parent!)
                if (up is InvocationExpressionSyntax step && !Unbounding.Contains(NameOf(step))) return true;
        }
        return false;
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
