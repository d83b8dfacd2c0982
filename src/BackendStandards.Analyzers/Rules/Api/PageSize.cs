using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>What BST1041 asks beyond the flow: whether a number is named like a size, and whether its declaration bounds it.</summary>
internal static class PageSize
{
    private static readonly HashSet<string> SizeWords = new(StringComparer.Ordinal)
        { "limit", "take", "top", "size", "count", "rows", "results", "items", "records", "max", "maximum", "length", "per", "first", "last" };

    /// <summary>Request data, unless it is no size or is bounded where it is declared.</summary>
    public static Origin Counts(FlowFinding finding)
    {
        // The letters of a text are no rows.
        if (finding.Sink.Operation is IInvocationOperation { TargetMethod.TypeArguments: { Length: > 0 } read } && read[0].SpecialType == SpecialType.System_Char) return Origin.None;
        if (finding.Value.Worst(Origin.Request) is not { } trace || NameOf(trace) is not { } name || !Words.Split(name).Any(SizeWords.Contains)) return Origin.None;
        return trace.Entry is { } entry && IsBounded(entry, finding) ? Origin.None : Origin.Request;
    }

    /// <summary>Where the number enters, to begin a sentence.</summary>
    public static string Describe(FlowFinding finding) =>
        finding.Value.Worst(Origin.Request)?.Entry is { } entry and not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } ? $"'{PropertyOf(entry)?.Name ?? entry.Name}' of '{entry.ContainingType?.Name}'" : finding.Source;

    private static string? NameOf(Trace trace) => trace.Entry is { } entry ? PropertyOf(entry)?.Name ?? entry.Name : trace.Source switch
    {
        // Request.Query["size"]
        IPropertyReferenceOperation { Arguments: { Length: 1 } keys } => keys[0].Value.ConstantValue.Value as string,
        IInvocationOperation { Arguments: { Length: > 0 } arguments } => arguments.Select(argument => argument.Value.ConstantValue.Value as string).FirstOrDefault(key => key is not null),
        _ => null,
    };

    private static bool IsBounded(ISymbol entry, FlowFinding finding)
    {
        var property = PropertyOf(entry);
        var declared = property ?? entry;
        // What stands in another assembly may bound itself.
        if (!AspNet.InSource(declared) || Attributes(declared).Any(ModelConstraints.IsConstraint) || ModelConstraints.IsMarked(declared)) return true;
        if (property is null) return false;
        if (property.ContainingType.AllInterfaces.Any(contract => contract.Name == "IValidatableObject")) return true;
        return property.DeclaringSyntaxReferences.Any(declaration => Computes(declaration.GetSyntax(finding.Cancellation))) || new ValidatorRules(finding.Flow.Code).Bound(property, finding.Cancellation);
    }

    /// <summary>The property that a member of a model is, or whose accessors write the field.</summary>
    private static IPropertySymbol? PropertyOf(ISymbol entry) => entry switch
    {
        IPropertySymbol property => property,
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => property,
        IFieldSymbol field => field.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
            property.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == field.Name))),
        _ => null,
    };

    private static IEnumerable<AttributeData> Attributes(ISymbol declared) => declared is IPropertySymbol property
        ? property.GetAttributes().Concat(property.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Where(parameter => parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase)).SelectMany(parameter => parameter.GetAttributes()))
        : declared.GetAttributes();

    /// <summary>An accessor that compares or clamps what it is given.</summary>
    private static bool Computes(SyntaxNode declaration) => declaration is PropertyDeclarationSyntax { AccessorList: { } accessors }
        && accessors.DescendantNodes().Any(node => node is InvocationExpressionSyntax or ThrowExpressionSyntax or ThrowStatementSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax
            || node.IsKind(SyntaxKind.LessThanExpression) || node.IsKind(SyntaxKind.GreaterThanExpression) || node.IsKind(SyntaxKind.LessThanOrEqualExpression) || node.IsKind(SyntaxKind.GreaterThanOrEqualExpression));
}
