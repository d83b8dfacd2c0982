using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What an attribute on a parameter or member says about where its value comes from.</summary>
internal static class BindingAttributes
{
    /// <summary>The source named by an attribute; null where there is none. An attribute of the application counts by the interface it implements.</summary>
    public static (BindingSource Source, string? Name)? Explicit(ISymbol symbol)
    {
        var attributes = symbol is IParameterSymbol parameter ? Symbols.InheritedAttributes(parameter) : symbol.GetAttributes();
        foreach (var attribute in attributes)
            if (SourceOf(attribute.AttributeClass) is { } source)
                return (source, attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string);
        return null;
    }

    /// <summary>Whether the members of a parameter's type are parameters of their own.</summary>
    public static bool IsAsParameters(ISymbol symbol) => symbol.GetAttributes().Any(attribute => Symbols.Derives(attribute.AttributeClass, "AsParametersAttribute"));

    private static BindingSource? SourceOf(INamedTypeSymbol? type)
    {
        if (type is null) return null;
        if (Symbols.Implements(type, "IFromRouteMetadata")) return BindingSource.Route;
        if (Symbols.Implements(type, "IFromQueryMetadata")) return BindingSource.Query;
        if (Symbols.Implements(type, "IFromHeaderMetadata")) return BindingSource.Header;
        if (Symbols.Implements(type, "IFromBodyMetadata")) return BindingSource.Body;
        if (Symbols.Implements(type, "IFromFormMetadata")) return BindingSource.Form;
        if (Symbols.Implements(type, "IFromServiceMetadata") || Symbols.Derives(type, "FromKeyedServicesAttribute")) return BindingSource.Services;
        if (Symbols.Derives(type, "ModelBinderAttribute") || Symbols.Implements(type, "IBindingSourceMetadata")) return BindingSource.Custom;
        return null;
    }
}
