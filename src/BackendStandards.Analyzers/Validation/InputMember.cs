using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Validation;

/// <summary>A member of a request model that a caller fills.</summary>
internal sealed record InputMember(IPropertySymbol Property, IParameterSymbol? Parameter, InputKind Kind)
{
    /// <summary>The attributes that validation reads: those of the property and of the positional parameter behind it.</summary>
    public IEnumerable<AttributeData> Attributes => Parameter is null ? Property.GetAttributes() : Property.GetAttributes().Concat(Parameter.GetAttributes());
}
