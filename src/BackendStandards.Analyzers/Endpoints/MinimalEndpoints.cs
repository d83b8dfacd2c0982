using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>The endpoints that a mapping call of the framework makes: one for each way in which it is reached and each builder it may be made on.</summary>
internal sealed class MinimalEndpoints(BuilderMemo memo, MinimalBinding binding, EndpointFacts facts)
{
    private readonly ConcurrentDictionary<SyntaxNode, IReadOnlyList<Endpoint>> _byCall = new();

    /// <summary>Whether a call maps an endpoint: by its first parameter, since <c>Map</c> is a common name.</summary>
    public static bool IsTerminal(IInvocationOperation call)
    {
        // A library's own name may stand in any namespace; what counts is that it is not the application's.
        if (MapNames.Terminals.ContainsKey(call.TargetMethod.Name) ? !AspNet.IsKnown(call.TargetMethod) : !MapNames.OfLibraries.Contains(call.TargetMethod.Name) || AspNet.InSource(call.TargetMethod)) return false;
        var first = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).Parameters.FirstOrDefault();
        return first is not null && AspNet.IsBuilder(first.Type) && call.TargetMethod.ReturnType.Name != "IApplicationBuilder";
    }

    /// <summary>The endpoints of one call.</summary>
    public IReadOnlyList<Endpoint> Of(IInvocationOperation call, CancellationToken cancellation) =>
        _byCall.TryGetValue(call.Syntax, out var known) ? known : _byCall.GetOrAdd(call.Syntax, Find(call, cancellation));

    private IReadOnlyList<Endpoint> Find(IInvocationOperation call, CancellationToken cancellation)
    {
        if (AspNet.BuilderOf(call) is not { } receiver) return [];
        var reader = new BuilderReader(memo, cancellation);
        var found = new List<Endpoint>();
        foreach (var context in reader.Contexts.Of(call))
        {
            if (IsDead(call, context, reader.Values)) continue;
            var kind = MapNames.KindOf(call.TargetMethod.Name);
            var service = kind is EndpointKind.Hub or EndpointKind.Grpc ? Values.Substitute(call.TargetMethod.TypeArguments.FirstOrDefault(), context) as INamedTypeSymbol : null;
            foreach (var parent in reader.Origins.Of(receiver, context))
                if (kind is EndpointKind.Hub or EndpointKind.Grpc) found.AddRange(MakeServices(call, context, parent, kind, service));
                else found.Add(Make(call, context, parent, reader));
        }
        return found;
    }

    private static bool IsDead(IInvocationOperation call, Context context, Values values)
    {
        if (Conditions.Reaching(call, null, condition => values.Truth(condition, context)) == Reach.Never) return true;
        for (var frame = context.Frame(); frame.Call is not null; frame = frame.Outer!.Frame())
        {
            var outer = frame.Outer!;
            if (Conditions.Reaching(frame.Call, null, condition => values.Truth(condition, outer)) == Reach.Never) return true;
        }
        return false;
    }

    private Endpoint Make(IInvocationOperation call, Context context, Builder parent, BuilderReader reader)
    {
        var given = AspNet.Argument(call, "handler") ?? AspNet.Argument(call, "requestDelegate");
        var place = given is null ? null : reader.Values.Define(given, context);
        var handler = place?.Operation switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        // A request delegate binds nothing: it has the HttpContext and reads for itself.
        var binds = handler is not null && AspNet.Argument(call, "handler") is not null;
        var declaration = place?.Operation.Syntax is { } written
            ? context.Calls.Select(entered => entered.Syntax).FirstOrDefault(entered => entered.SyntaxTree == written.SyntaxTree && entered.Span.Contains(written.Span)) ?? call.Syntax
            : call.Syntax;
        return new Endpoint(
            MapNames.KindOf(call.TargetMethod.Name), declaration, handler, facts,
            cancellation => [.. PrefixesOf(parent), PatternOf(call, context, new Values(memo.Code, cancellation))],
            cancellation => VerbsOf(call, context, new Values(memo.Code, cancellation)),
            (endpoint, cancellation) => binds
                ? binding.Of(handler!, endpoint.Route(cancellation), endpoint.Verbs(cancellation), type => Values.Substitute(type, place!.Value.Context) ?? type, cancellation) : [],
            cancellation => StatementsOf(call, context, parent, (IEnumerable<AttributeData>?)handler?.GetAttributes() ?? [], new BuilderReader(memo, cancellation)))
        {
            MappedOn = parent,
            Context = context,
        };
    }

    // A hub is one endpoint; a gRPC service has one for each method of its definition, which takes over what is said of the method and of the service.
    private IEnumerable<Endpoint> MakeServices(IInvocationOperation call, Context context, Builder parent, EndpointKind kind, INamedTypeSymbol? service)
    {
        var methods = kind == EndpointKind.Grpc && service is not null ? ServiceMethods.OfGrpc(service).ToList<IMethodSymbol?>() : [];
        foreach (var method in methods.DefaultIfEmpty(null))
            yield return new Endpoint(
                kind, call.Syntax, method, facts,
                cancellation => [.. PrefixesOf(parent), kind == EndpointKind.Hub ? PatternOf(call, context, new Values(memo.Code, cancellation)) : new RoutePart($"{(service is null ? null : ServiceMethods.NameOf(service, cancellation)) ?? RoutePattern.Hole}/{method?.Name ?? RoutePattern.Hole}", null)],
                cancellation => VerbsOf(call, context, new Values(memo.Code, cancellation)),
                (_, _) => method is null ? [] : [.. ServiceMethods.Sent(method).Select(parameter => new EndpointParameter(parameter.Name, parameter.Type, BindingSource.Body, parameter, parameter))],
                cancellation => StatementsOf(call, context, parent, (method is null ? [] : Symbols.InheritedAttributes(method)).Concat(service is null ? [] : Symbols.InheritedAttributes(service)), new BuilderReader(memo, cancellation)))
            {
                MappedOn = parent,
                Context = context,
                Service = service,
            };
    }

    /// <summary>The prefixes of what an endpoint is mapped on, outermost first.</summary>
    public static IEnumerable<RoutePart> PrefixesOf(Builder parent)
    {
        foreach (var builder in parent.Outward().Reverse())
            if (builder.Invisible is not null) yield return new RoutePart(RoutePattern.Hole, null);
            else if (builder.Made is not null || builder.Module is not null) yield return builder.Prefix ?? new RoutePart(RoutePattern.Hole, null);
    }

    private static RoutePart PatternOf(IInvocationOperation call, Context context, Values values) => (AspNet.Argument(call, "pattern") ?? AspNet.Argument(call, "path"), call.TargetMethod.Name) switch
    {
        ({ } pattern, _) => RouteTexts.Of(pattern, context, values),
        (null, var name) when MapNames.KindOf(name) == EndpointKind.Fallback => new RoutePart("{*path:nonfile}", null),
        _ => new RoutePart(RoutePattern.Hole, null),
    };

    private static IReadOnlyList<string>? VerbsOf(IInvocationOperation call, Context context, Values values)
    {
        if (call.TargetMethod.Name != "MapMethods") return MapNames.Terminals.TryGetValue(call.TargetMethod.Name, out var own) ? own : null;
        if (AspNet.Argument(call, "httpMethods") is not { } list || values.Elements(list, context) is not { } items) return null;
        var verbs = new List<string>();
        foreach (var item in items)
        {
            var verb = Values.Unwrap(item) is IFieldReferenceOperation { Field: { ContainingType.Name: "HttpMethods", Name: var name } } ? name : values.Text(item, context);
            if (verb is null || !new RoutePattern(verb).IsKnown) return null;
            verbs.Add(verb.ToUpperInvariant());
        }
        return verbs;
    }

    // Conventions of groups, the outermost first, then attributes of the handler, then its own conventions: the last wins.
    private static StatementSet StatementsOf(IInvocationOperation call, Context context, Builder parent, IEnumerable<AttributeData> attributes, BuilderReader reader)
    {
        var found = StatementSet.OfConventions(reader.Trace(call, context).Effects, 0).ToList();
        // Filters of MVC do nothing here.
        found.AddRange(StatementSet.OfAttributes(attributes, 1).Where(statement => statement.Kind != EffectKind.Filter));
        found.AddRange(reader.StatementsOutward(parent, 2));
        return new(found, parent.IsVisible && !found.Exists(statement => statement.Kind == EffectKind.Opaque));
    }
}
