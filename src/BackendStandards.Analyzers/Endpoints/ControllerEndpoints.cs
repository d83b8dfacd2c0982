using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>The endpoints of controllers: read from symbols and attributes; only where they are mapped is looked up in code.</summary>
internal sealed class ControllerEndpoints(BuilderMemo memo, ControllerMappings mappings, ControllerBinding binding, EndpointFacts facts)
{
    private static readonly Regex Token = new(@"\[\[|\]\]|\[(\w+)\]", RegexOptions.CultureInvariant);

    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<Endpoint>> _byController = new(SymbolEqualityComparer.Default);
    private readonly Fact<IReadOnlyList<ControllerMapping>> _mappings = new(mappings.Find);

    /// <summary>The endpoints of one controller.</summary>
    public IReadOnlyList<Endpoint> Of(INamedTypeSymbol controller, CancellationToken cancellation) =>
        _byController.TryGetValue(controller, out var known) ? known : _byController.GetOrAdd(controller, Find(controller, cancellation));

    private IReadOnlyList<Endpoint> Find(INamedTypeSymbol controller, CancellationToken cancellation)
    {
        var reader = new RouteAttributes(memo.Code, cancellation);
        var prefixes = RouteAttributes.Nearest(controller).Select(reader.TemplateOf).OfType<RoutePart>().Select(part => (RoutePart?)part).DefaultIfEmpty(null).ToList();
        var isApi = ControllerTypes.IsApi(controller);
        var found = new List<Endpoint>();
        foreach (var action in ControllerTypes.ActionsOf(controller))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var selector in ActionSelectors.Of(action, reader))
                foreach (var prefix in IsAbsolute(selector.Template) ? [null] : prefixes)
                    foreach (var mapping in _mappings.Get(cancellation))
                        found.Add(Make(controller, action, prefix, selector, mapping, isApi, cancellation));
        }
        return found;
    }

    private static bool IsAbsolute(RoutePart? template) => template is not null && (template.Text.StartsWith("/", StringComparison.Ordinal) || template.Text.StartsWith("~/", StringComparison.Ordinal));

    private Endpoint Make(INamedTypeSymbol controller, IMethodSymbol action, RoutePart? prefix, ActionSelector selector, ControllerMapping mapping, bool isApi, CancellationToken cancellation)
    {
        // Without a template the route is that of a convention: which one, only the running application knows.
        var parts = prefix is null && selector.Template is null
            ? new List<RoutePart> { new(RoutePattern.Hole, null) }
            : mapping.Prefix.Concat(new[] { prefix, selector.Template }.OfType<RoutePart>().Select(part => part with { Text = Resolve(part.Text, controller, action).TrimStart('~') })).ToList();
        var declaration = action.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .FirstOrDefault(syntax => controller.DeclaringSyntaxReferences.Any(type => type.SyntaxTree == syntax.SyntaxTree && type.Span.Contains(syntax.Span)));
        return new Endpoint(
            EndpointKind.Controller, declaration ?? controller.DeclaringSyntaxReferences[0].GetSyntax(cancellation), action, facts,
            _ => parts, _ => selector.Verbs,
            (endpoint, token) => [.. action.Parameters.Select(parameter => binding.Of(parameter, endpoint.Route(token), isApi, token))],
            _ => StatementsOf(controller, action, mapping))
        {
            Controller = controller,
        };
    }

    // In the metadata, those of groups come first, then attributes, then those of what maps the controllers: the last wins.
    private static StatementSet StatementsOf(INamedTypeSymbol controller, IMethodSymbol action, ControllerMapping mapping) => new(
        [.. mapping.Own, .. StatementSet.OfAttributes(Symbols.InheritedAttributes(action), 1), .. StatementSet.OfAttributes(Symbols.InheritedAttributes(controller), 2), .. mapping.Outer],
        mapping.AllSeen);

    private static string Resolve(string template, INamedTypeSymbol controller, IMethodSymbol action) => Token.Replace(template, match => match.Value switch
    {
        "[[" => "[",
        "]]" => "]",
        _ => match.Groups[1].Value.ToLowerInvariant() switch
        {
            "controller" => WithoutSuffix(controller.Name, "Controller"),
            "action" => FirstArgument(action, "ActionNameAttribute") ?? WithoutSuffix(action.Name, "Async"),
            "area" => FirstArgument(controller, "AreaAttribute") ?? RoutePattern.Hole,
            _ => RoutePattern.Hole,
        },
    });

    private static string WithoutSuffix(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - suffix.Length) : name;

    private static string? FirstArgument(ISymbol symbol, string attribute) =>
        Symbols.InheritedAttributes(symbol).Where(candidate => Symbols.Derives(candidate.AttributeClass, attribute) && !candidate.ConstructorArguments.IsEmpty)
            .Select(candidate => candidate.ConstructorArguments[0].Value as string).FirstOrDefault();
}
