using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Where the parameters of an action come from: the inference of <c>[ApiController]</c>, or model binding.</summary>
internal sealed class ControllerBinding(BindingTypes types)
{
    /// <summary>One parameter of an action.</summary>
    public EndpointParameter Of(IParameterSymbol parameter, RoutePattern route, bool isApi, CancellationToken cancellation)
    {
        var type = Symbols.WithoutNullable(parameter.Type);
        return BindingAttributes.Explicit(parameter) is { } named
            ? new(named.Name ?? parameter.Name, type, named.Source, parameter, parameter)
            : new(parameter.Name, type, Infer(parameter.Name, type, route, isApi, cancellation), parameter, parameter);
    }

    private BindingSource Infer(string name, ITypeSymbol type, RoutePattern route, bool isApi, CancellationToken cancellation)
    {
        if (type.Name == "CancellationToken") return BindingSource.Special;
        if (type.TypeKind == TypeKind.Error) return BindingSource.Unknown;
        if (BindingTypes.IsForm(type) || (type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } && BindingTypes.IsForm(arguments[0]))) return BindingSource.Form;
        if (!isApi) return BindingSource.Model;
        var isSimple = BindingTypes.IsParsable(type) || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "TypeConverterAttribute");
        if (!isSimple && types.IsService(type, cancellation)) return BindingSource.Services;
        if (route.ParameterNames.Contains(name, StringComparer.OrdinalIgnoreCase)) return BindingSource.Route;
        if (!isSimple) return BindingSource.Body;
        return route.IsKnown ? BindingSource.Query : BindingSource.Unknown;
    }
}
