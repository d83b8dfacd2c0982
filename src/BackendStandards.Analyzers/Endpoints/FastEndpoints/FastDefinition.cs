using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.FastEndpoints;

/// <summary>What a class of FastEndpoints says of itself in <c>Configure</c>, in attributes, and through its group.</summary>
internal sealed class FastDefinition
{
    private const int MaxDepth = 8;
    private readonly CodeBase _code;
    private readonly Values _values;
    private readonly EffectReader _reader;
    private readonly CancellationToken _cancellation;
    private readonly List<Statement> _statements = [];
    private readonly List<RoutePart> _routes = [];
    private readonly List<string> _verbs = [];
    private readonly List<RoutePart> _groups = [];
    private IOperation? _first;

    private FastDefinition(CodeBase code, CancellationToken cancellation)
    {
        (_code, _cancellation, _values) = (code, cancellation, new Values(code, cancellation));
        _reader = new EffectReader(_values);
    }

    public IReadOnlyList<RoutePart> Routes => _routes;

    /// <summary>The verbs; null where one is not seen.</summary>
    public IReadOnlyList<string>? Verbs { get; private set; }

    /// <summary>The prefixes of its groups, outermost first.</summary>
    public IReadOnlyList<RoutePart> Groups => _groups;

    /// <summary>What takes the place of the prefix of all routes; null where nothing does.</summary>
    public RoutePart? PrefixOverride { get; private set; }

    /// <summary>Its version; null where it has none.</summary>
    public string? Version { get; private set; }

    /// <summary>The statements, what wins first; those of groups have a level from 2.</summary>
    public IReadOnlyList<Statement> Statements => _statements;

    /// <summary>Whether all of it was followed.</summary>
    public bool AllSeen { get; private set; } = true;

    /// <summary>The definition of a class; null where it maps nothing.</summary>
    public static FastDefinition? Of(INamedTypeSymbol type, CodeBase code, CancellationToken cancellation)
    {
        var definition = new FastDefinition(code, cancellation);
        definition.ReadAttributes(type);
        definition.ReadConfigure(type, 0);
        if (definition._routes.Count == 0) return null;
        definition.Verbs ??= [.. definition._verbs.Distinct()];
        if (definition._verbs.Contains(RoutePattern.Hole)) definition.Verbs = null;
        // Secured by default: the library adds it where nothing allows anonymous callers.
        if (definition._first is { } first) definition._statements.Add(new(EffectKind.Authorize, 9, false) { Convention = new Effect(EffectKind.Authorize, first, false) });
        return definition;
    }

    private void ReadAttributes(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
            if (attribute.AttributeClass is { } known && Libraries.RootOf(known) == "FastEndpoints" && known.Name.StartsWith("Http", StringComparison.Ordinal))
            {
                var verb = known.Name.Substring(4, known.Name.Length - "HttpAttribute".Length).ToUpperInvariant();
                if (verb.Length > 0) _verbs.Add(verb);
                foreach (var route in attribute.ConstructorArguments.SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.AsEnumerable() : [argument]))
                    if (route.Value is string text)
                        _routes.Add(new(text, attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation)));
            }
        _statements.AddRange(StatementSet.OfAttributes(Symbols.InheritedAttributes(type), 1).Where(statement => statement.Kind != EffectKind.Filter));
    }

    private void ReadConfigure(INamedTypeSymbol type, int depth)
    {
        for (INamedTypeSymbol? at = type; at is not null && AspNet.InSource(at); at = at.BaseType)
            if (at.GetMembers("Configure").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty) is { } configure)
            {
                ReadBody(configure, depth);
                return;
            }
    }

    private void ReadBody(IMethodSymbol method, int depth)
    {
        if (depth > MaxDepth || _code.BodyOf(method, _cancellation) is not { } body)
        {
            AllSeen = false;
            return;
        }
        foreach (var call in CallsOf(body.Root))
            if (AspNet.InSource(call.TargetMethod))
            {
                // base.Configure(), or a method that several classes share.
                if (call.Instance is IInstanceReferenceOperation) ReadBody(call.TargetMethod, depth + 1);
            }
            else if (Libraries.RootOf(call.TargetMethod.ContainingType) == "FastEndpoints") Read(call, 0, depth);
    }

    // The lambdas of Summary, Description and Options are read where they are given.
    private static IEnumerable<IInvocationOperation> CallsOf(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (child is IAnonymousFunctionOperation) continue;
            foreach (var inner in CallsOf(child)) yield return inner;
            if (child is IInvocationOperation call) yield return call;
        }
    }

    private void Read(IInvocationOperation call, int level, int depth)
    {
        var maybe = Conditions.Between(call, null);
        switch (call.TargetMethod.Name)
        {
            case "Get" or "Post" or "Put" or "Patch" or "Delete" or "Head":
                _first ??= call;
                _verbs.Add(call.TargetMethod.Name.ToUpperInvariant());
                AddRoutes(call);
                AllSeen &= !maybe;
                break;
            case "Routes":
                _first ??= call;
                AddRoutes(call);
                break;
            case "Verbs":
                foreach (var item in Items(call)) _verbs.Add(VerbOf(item));
                break;
            case "RoutePrefixOverride":
                PrefixOverride = call.Arguments.Select(argument => RouteTexts.Of(argument.Value, Context.Empty, _values)).FirstOrDefault();
                break;
            case "Version":
                Version = AspNet.Argument(call, "version")?.ConstantValue.Value is int number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : RoutePattern.Hole;
                Say(EffectKind.Version, call, level, maybe);
                break;
            case "Group":
                foreach (var group in call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>()) ReadGroup(group, 2, depth + 1);
                break;
            case "AllowAnonymous":
                // For some verbs only.
                Say(EffectKind.Anonymous, call, level, maybe || Items(call).Any());
                break;
            case "Roles" or "Policies" or "Policy" or "Permissions" or "PermissionsAll" or "Claims" or "ClaimsAll" or "Claim" or "Scopes" or "ScopesAll" or "AuthSchemes":
                Say(EffectKind.Authorize, call, level, maybe);
                break;
            case "Throttle":
                Say(EffectKind.RateLimit, call, level, maybe);
                break;
            case "PreProcessor" or "PreProcessors":
                Say(EffectKind.Filter, call, level, maybe);
                break;
            case "Summary":
                ReadSummary(call, level, maybe);
                break;
            case "Description" or "Options":
                foreach (var inner in call.Arguments.Select(argument => Values.Unwrap(argument.Value)).SelectMany(value => value is IAnonymousFunctionOperation lambda ? lambda.Body.Descendants().OfType<IInvocationOperation>() : []))
                    _statements.AddRange(StatementSet.OfConventions(_reader.Read(inner, Context.Empty), level));
                AllSeen &= call.Arguments.Any(argument => Values.Unwrap(argument.Value) is IAnonymousFunctionOperation);
                break;
        }
    }

    private void Say(EffectKind kind, IOperation site, int level, bool maybe) => _statements.Add(new(kind, level, maybe) { Convention = new Effect(kind, site, maybe) });

    // Summary(s => { s.Summary = "…"; s.Description = "…"; s.Response(404); }), Summary(new …), Summary<T>()
    private void ReadSummary(IInvocationOperation call, int level, bool maybe)
    {
        var lambda = call.Arguments.Select(argument => Values.Unwrap(argument.Value)).OfType<IAnonymousFunctionOperation>().FirstOrDefault();
        if (lambda is null)
        {
            Say(EffectKind.Summary, call, level, maybe);
            return;
        }
        foreach (var write in lambda.Body.Descendants().OfType<ISimpleAssignmentOperation>())
            if (write.Target is IPropertyReferenceOperation { Property.Name: var property } && property is "Summary" or "Description")
                Say(((IPropertyReferenceOperation)write.Target).Property.Name == "Summary" ? EffectKind.Summary : EffectKind.Description, write, level, maybe);
        foreach (var response in lambda.Body.Descendants().OfType<IInvocationOperation>())
            if (response.TargetMethod.Name == "Response") Say(EffectKind.Response, response, level, maybe);
    }

    private void ReadGroup(INamedTypeSymbol group, int level, int depth)
    {
        if (depth > MaxDepth || !AspNet.InSource(group))
        {
            AllSeen = false;
            _groups.Insert(0, new(RoutePattern.Hole, null));
            return;
        }
        foreach (var constructor in group.InstanceConstructors)
            foreach (var call in _code.BodyOf(constructor, _cancellation)?.Root.Descendants().OfType<IInvocationOperation>() ?? [])
            {
                if (Libraries.RootOf(call.TargetMethod.ContainingType) != "FastEndpoints") continue;
                if (call.TargetMethod.Name == "Configure") _groups.Insert(0, AspNet.Argument(call, "routePrefix") is { } prefix ? RouteTexts.Of(prefix, Context.Empty, _values) : new(RoutePattern.Hole, null));
                else Read(call, level, depth);
            }
        if (Libraries.Base(group, "FastEndpoints", "SubGroup") is { TypeArguments: { Length: 1 } outer } && outer[0] is INamedTypeSymbol parent) ReadGroup(parent, level + 1, depth + 1);
    }

    private void AddRoutes(IInvocationOperation call)
    {
        foreach (var item in Items(call))
            if (item.Type?.SpecialType == SpecialType.System_String) _routes.Add(RouteTexts.Of(item, Context.Empty, _values));
    }

    private IEnumerable<IOperation> Items(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (argument.ArgumentKind != ArgumentKind.ParamArray && argument.Value.Type is not IArrayTypeSymbol) yield return argument.Value;
            else
                foreach (var item in _values.Elements(argument.Value, Context.Empty) ?? []) yield return item;
    }

    private string VerbOf(IOperation item) => Values.Unwrap(item) is IFieldReferenceOperation { Field: { ContainingType.Name: "Http", Name: var name } } ? name : (_values.Text(item, Context.Empty) ?? RoutePattern.Hole).ToUpperInvariant();
}
