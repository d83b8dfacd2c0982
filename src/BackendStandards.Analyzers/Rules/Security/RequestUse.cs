using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>A parameter of an endpoint through which a model comes in, alone or inside of another: <paramref name="Model"/> is what the parameter holds.</summary>
internal sealed record RequestUse(Endpoint Endpoint, IParameterSymbol Parameter, INamedTypeSymbol Model, IReadOnlyList<EndpointParameter> Bound)
{
    /// <summary>Where a member comes from: that of the parameter, or its own in an <c>[AsParameters]</c> type.</summary>
    public BindingSource SourceOf(IPropertySymbol member)
    {
        foreach (var attribute in member.GetAttributes())
            switch (attribute.AttributeClass?.Name)
            {
                case "FromQueryAttribute": return BindingSource.Query;
                case "FromHeaderAttribute": return BindingSource.Header;
                case "FromBodyAttribute": return BindingSource.Body;
            }
        foreach (var bound in Bound)
            if (AspNet.Same(bound.Member, member) || (bound.Member is IParameterSymbol && !AspNet.Same(bound.Member, bound.Parameter) && bound.Member.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase) && AspNet.Same(member.ContainingType, Model)))
                return bound.Source;
        var sources = Bound.Select(static bound => bound.Source).Distinct().ToList();
        return sources.Count == 1 ? sources[0] : sources.Contains(BindingSource.Body) ? BindingSource.Body : sources.Contains(BindingSource.Form) ? BindingSource.Form : BindingSource.Query;
    }
}
