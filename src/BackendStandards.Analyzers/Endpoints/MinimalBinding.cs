using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Where the parameters of a minimal handler come from, in the order in which the framework's request delegate factory decides.</summary>
internal sealed class MinimalBinding(BindingTypes types)
{
    /// <summary>The parameters of a handler; those of an <c>[AsParameters]</c> type one by one.</summary>
    public IReadOnlyList<EndpointParameter> Of(IMethodSymbol handler, RoutePattern route, IReadOnlyList<string>? verbs, Func<ITypeSymbol, ITypeSymbol> substitute, CancellationToken cancellation)
    {
        var request = new Request(
            new HashSet<string>(route.ParameterNames, StringComparer.OrdinalIgnoreCase), route.IsKnown,
            verbs is null or { Count: 0 } || verbs.Any(verb => verb is "POST" or "PUT" or "PATCH"));
        var found = new List<EndpointParameter>();
        foreach (var parameter in handler.Parameters)
        {
            var type = substitute(parameter.Type);
            if (!BindingAttributes.IsAsParameters(parameter)) found.Add(One(parameter, parameter, type, request, cancellation));
            else
                foreach (var (member, memberType) in MembersOf(Symbols.WithoutNullable(type)))
                    found.Add(One(parameter, member, memberType, request, cancellation));
        }
        return found;
    }

    private EndpointParameter One(IParameterSymbol parameter, ISymbol member, ITypeSymbol type, Request request, CancellationToken cancellation)
    {
        type = Symbols.WithoutNullable(type);
        return BindingAttributes.Explicit(member) is { } named
            ? new(named.Name ?? member.Name, type, named.Source, parameter, member)
            : new(member.Name, type, Infer(member.Name, type, request, cancellation), parameter, member);
    }

    private BindingSource Infer(string name, ITypeSymbol type, Request request, CancellationToken cancellation)
    {
        if (BindingTypes.IsSpecial(type)) return BindingSource.Special;
        if (type.TypeKind == TypeKind.Error) return BindingSource.Unknown;
        if (BindingTypes.IsForm(type)) return BindingSource.Form;
        if (type.Name is "Stream" or "PipeReader" && AspNet.IsKnown(type)) return BindingSource.Body;
        if (BindingTypes.HasBindAsync(type)) return BindingSource.Custom;
        if (BindingTypes.IsParsable(type))
            return request.RouteNames.Contains(name) ? BindingSource.Route : request.RouteIsKnown ? BindingSource.Query : BindingSource.Unknown;
        // An array of texts is one query parameter, given many times; but a body where there can be one.
        if (type.Name == "StringValues" || (type is IArrayTypeSymbol { ElementType: var element } && BindingTypes.IsParsable(element)))
            return request.InfersBody ? BindingSource.Body : BindingSource.Query;
        if (types.IsService(type, cancellation)) return BindingSource.Services;
        // A complex type without a body that is no service fails at start-up: so it is one.
        return request.InfersBody ? BindingSource.Body : BindingSource.Services;
    }

    // The single public constructor's parameters, each with the attribute of the property of its name; else the settable properties.
    private static IEnumerable<(ISymbol Member, ITypeSymbol Type)> MembersOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named) yield break;
        var properties = new List<IPropertySymbol>();
        for (var at = type; at is not null; at = at.BaseType)
            properties.AddRange(at.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public }));
        var constructors = named.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public
            && !(constructor.Parameters.Length == 1 && AspNet.Same(constructor.Parameters[0].Type, type))).ToList();
        if (constructors.Count == 1 && constructors[0].Parameters.Length > 0)
            foreach (var parameter in constructors[0].Parameters)
            {
                var property = properties.Find(candidate => string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
                yield return (property is not null && BindingAttributes.Explicit(parameter) is null && BindingAttributes.Explicit(property) is not null ? property : parameter, parameter.Type);
            }
        else
            foreach (var property in properties)
                if (property.SetMethod is { DeclaredAccessibility: Accessibility.Public })
                    yield return (property, property.Type);
    }

    private readonly record struct Request(HashSet<string> RouteNames, bool RouteIsKnown, bool InfersBody);
}
