using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>
/// Which selectors the attributes of an action make: <c>[HttpGet("a"), HttpGet("b")]</c> two; <c>[HttpGet, Route("z")]</c> one;
/// <c>[HttpGet("p"), Route("q")]</c> two with different verbs; <c>[Route("y")]</c> alone one for any verb.
/// </summary>
internal static class ActionSelectors
{
    public static IEnumerable<ActionSelector> Of(IMethodSymbol action, RouteAttributes reader)
    {
        var routes = RouteAttributes.Nearest(action);
        var all = routes.Concat(Symbols.InheritedAttributes(action).Where(attribute => !RouteAttributes.IsRoute(attribute))).ToList();
        var defining = routes.Select(attribute => (Attribute: attribute, Template: reader.TemplateOf(attribute)))
            .Where(route => route.Template is not null || route.Attribute.NamedArguments.Any(argument => argument.Key is "Name" or "Order")).ToList();
        if (defining.Count == 0)
        {
            yield return new(null, VerbsOf(all, reader));
            yield break;
        }
        bool IsDefining(AttributeData attribute) => defining.Exists(route => route.Attribute == attribute);
        foreach (var (route, template) in defining)
            yield return new(template, VerbsOf(all.Where(attribute =>
                attribute == route || (!IsDefining(attribute) && !(RouteAttributes.IsVerb(route) && RouteAttributes.IsVerb(attribute)))), reader));
        if (routes.Count > defining.Count && defining.TrueForAll(route => RouteAttributes.IsVerb(route.Attribute)))
            yield return new(null, VerbsOf(all.Where(attribute => !IsDefining(attribute)), reader));
    }

    private static IReadOnlyList<string>? VerbsOf(IEnumerable<AttributeData> attributes, RouteAttributes reader)
    {
        var verbs = new List<string>();
        foreach (var attribute in attributes)
            if (RouteAttributes.IsVerb(attribute))
            {
                if (reader.VerbsOf(attribute) is not { } seen) return null;
                verbs.AddRange(seen);
            }
        return [.. verbs.Distinct()];
    }
}
