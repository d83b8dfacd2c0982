using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Validation;

/// <summary>What validators say of one property: <c>RuleFor(x => x.PageSize).InclusiveBetween(1, 100)</c>.</summary>
internal sealed class ValidatorRules(CodeBase code)
{
    // They leave a number or a text as large as it likes to be.
    private static readonly HashSet<string> Unbounding = new(StringComparer.Ordinal)
    {
        "RuleFor", "NotNull", "NotEmpty", "NotEqual", "GreaterThan", "GreaterThanOrEqualTo", "WithMessage", "WithName", "WithErrorCode", "WithSeverity", "WithState", "OverridePropertyName", "When", "Unless", "Cascade",
        "EmailAddress", "MinimumLength",
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

    /// <summary>The same where the property may be one of a model in the validator's own: <c>RuleFor(x => x.Address.City)</c>.</summary>
    public bool MayBound(IPropertySymbol property, CancellationToken cancellation) => Bound(property, cancellation) || code.Mentioning("RuleFor", cancellation).Any(one =>
        one.Index.Mentions(property.Name) && one.Index.CallsOf("RuleFor", one.Tree.GetRoot(cancellation)).Any(call => BoundsInner(call, property.Name)));

    /// <summary>Whether the sources ask for a validator of a model that they don't declare: what it says is not seen.</summary>
    public bool AreElsewhere(INamedTypeSymbol model, CancellationToken cancellation)
    {
        var asked = false;
        foreach (var tree in code.TreesWith(model.Name, cancellation))
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(model.Name, tree.GetRoot(cancellation)))
                if (node is SimpleNameSyntax name && name.FirstAncestorOrSelf<GenericNameSyntax>(generic => generic != name && generic.Identifier.ValueText.IndexOf("Validat", StringComparison.Ordinal) >= 0) is { } validator)
                {
                    if (BaseWith(validator) is not null) return false;
                    asked = true;
                }
        return asked;
    }

    private static bool BoundsInner(InvocationExpressionSyntax call, string property) =>
        MemberOf(call) is { Expression: MemberAccessExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax, Name.Identifier.ValueText: var named } && named == property && IsBoundedBy(call);

    // x => x.Name, and of x => x.Lines.Count and x => x.Lines!.Count the lines.
    private static MemberAccessExpressionSyntax? MemberOf(InvocationExpressionSyntax ruleFor)
    {
        var named = (ruleFor.ArgumentList.Arguments.FirstOrDefault()?.Expression as LambdaExpressionSyntax)?.Body as MemberAccessExpressionSyntax;
        if (named is not { Name.Identifier.ValueText: "Count" or "Length" or "Value" }) return named;
        return (named.Expression is PostfixUnaryExpressionSyntax suppressed ? suppressed.Operand : named.Expression) as MemberAccessExpressionSyntax ?? named;
    }

    private static bool Bounds(GenericNameSyntax validator, string property)
    {
        // A validator that is asked for, not declared: its declaration speaks, where there is one.
        if (BaseWith(validator) is not { Parent: BaseListSyntax { Parent: TypeDeclarationSyntax declaration } }) return false;
        foreach (var node in declaration.DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax call || NameOf(call) is not ("RuleFor" or "Include" or "Custom" or "Validate")) continue;
            if (NameOf(call) != "RuleFor") return true;
            if (MemberOf(call)?.Name.Identifier.ValueText == property && IsBoundedBy(call)) return true;
        }
        return false;
    }

    private static bool IsBoundedBy(InvocationExpressionSyntax ruleFor)
    {
        for (SyntaxNode up = ruleFor; up is MemberAccessExpressionSyntax or InvocationExpressionSyntax; up = up.Parent!)
            if (up is InvocationExpressionSyntax step && !Unbounding.Contains(NameOf(step))) return true;
        return false;
    }

    private static BaseTypeSyntax? BaseWith(GenericNameSyntax validator) => (validator.Parent is QualifiedNameSyntax qualified ? qualified.Parent : validator.Parent) as BaseTypeSyntax;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
