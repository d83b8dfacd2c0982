using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Validation;

/// <summary>What a model says about its own values.</summary>
internal static class ModelConstraints
{
    /// <summary>Whether any of the models carries an annotation, validates itself, or refuses values when it is made.</summary>
    public static bool Has(IEnumerable<INamedTypeSymbol> models, CancellationToken cancellation) => models.Any(model => Has(model, cancellation));

    /// <summary>Whether any of the models is annotated or has a method that validates it: what somebody else has to run.</summary>
    public static bool AreDeclared(IEnumerable<INamedTypeSymbol> models) => models.Any(static model =>
        model.AllInterfaces.Any(static one => one.Name == "IValidatableObject" && AspNet.IsKnown(one)) || InputTypes.MembersOf(model).Any(static member => member.Attributes.Any(attribute => Refuses(attribute, member.Property.Type))) || Symbols.InheritedAttributes(model).Any(IsConstraint));

    /// <summary>Whether an attribute constrains a value. <c>[DataType]</c> is a hint for display, though it derives from the same class.</summary>
    public static bool IsConstraint(AttributeData attribute) =>
        Symbols.Derives(attribute.AttributeClass, "ValidationAttribute") && attribute.AttributeClass is not { Name: "DataTypeAttribute" };

    /// <summary>Whether an attribute can refuse a value that was bound: <c>[Required]</c> on a number cannot, as there always is one.</summary>
    public static bool Refuses(AttributeData attribute, ITypeSymbol type) =>
        IsConstraint(attribute) && !(attribute.AttributeClass is { Name: "RequiredAttribute" } && type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T });

    /// <summary>Whether a symbol is marked as checked or checking, in whatever namespace the mark lives.</summary>
    public static bool IsMarked(ISymbol symbol) =>
        symbol.GetAttributes().Any(IsMark);

    /// <summary>Whether an attribute is such a mark.</summary>
    public static bool IsMark(AttributeData attribute) => attribute.AttributeClass?.Name is "ValidatesInputAttribute" or "ValidatesInput" or "ValidateNeverAttribute";

    /// <summary>Whether a model judges itself as a whole: which of its members that is about is not seen.</summary>
    public static bool JudgesItself(INamedTypeSymbol model, CancellationToken cancellation)
    {
        if (model.AllInterfaces.Any(one => one.Name == "IValidatableObject") || IsMarked(model)) return true;
        for (var type = model; type is not null; type = type.BaseType)
            if (type.GetAttributes().Any(attribute => IsConstraint(attribute) || attribute.AttributeClass?.Name is "ModelMetadataTypeAttribute" or "MetadataTypeAttribute"))
                return true;
        return model.DeclaringSyntaxReferences.Any(declaration => Refuses(declaration.GetSyntax(cancellation)));
    }

    private static bool Has(INamedTypeSymbol model, CancellationToken cancellation)
    {
        if (JudgesItself(model, cancellation)) return true;
        if (InputTypes.MembersOf(model).Any(member => member.Attributes.Any(IsConstraint) || IsMarked(member.Property))) return true;
        // An annotation on a constructor's parameter that is spelled otherwise than its property counts too.
        return model.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => parameter.GetAttributes().Any(IsConstraint)));
    }

    // A value object: its constructor, setter or factory throws.
    private static bool Refuses(SyntaxNode declaration) => declaration.DescendantNodes().Any(node => node switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && !member.IsKind(SyntaxKind.ConversionOperatorDeclaration),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access } =>
            name.StartsWith("ThrowIf", StringComparison.Ordinal) || access.Expression.ToString() is "Guard" or "Guard.Against" or "Ensure",
        _ => false,
    });
}
