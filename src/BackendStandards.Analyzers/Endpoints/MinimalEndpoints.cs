using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
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
        if (!MapNames.Terminals.ContainsKey(call.TargetMethod.Name) || !AspNet.IsKnown(call.TargetMethod)) return false;
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
            foreach (var parent in reader.Origins.Of(receiver, context)) found.Add(Make(call, context, parent, reader));
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
            KindOf(call.TargetMethod.Name), declaration, handler, facts,
            cancellation => PartsOf(call, context, parent, new Values(memo.Code, cancellation)),
            cancellation => VerbsOf(call, context, new Values(memo.Code, cancellation)),
            (endpoint, cancellation) => binds
                ? binding.Of(handler!, endpoint.Route(cancellation), endpoint.Verbs(cancellation), type => Values.Substitute(type, place!.Value.Context) ?? type, cancellation) : [],
            cancellation => StatementsOf(call, context, parent, handler, new BuilderReader(memo, cancellation)))
        {
            MappedOn = parent,
            Context = context,
        };
    }

    private static EndpointKind KindOf(string name) =>
        name == "MapFallback" ? EndpointKind.Fallback : MapNames.IsOfLibrary(name) ? EndpointKind.Library : EndpointKind.Minimal;

    private static IReadOnlyList<RoutePart> PartsOf(IInvocationOperation call, Context context, Builder parent, Values values)
    {
        var parts = new List<RoutePart>();
        foreach (var builder in parent.Outward().Reverse())
            if (builder.Invisible is not null) parts.Add(new RoutePart(RoutePattern.Hole, null));
            else if (builder.Made is not null) parts.Add(builder.Prefix ?? new RoutePart(RoutePattern.Hole, null));
        parts.Add((AspNet.Argument(call, "pattern"), call.TargetMethod.Name) switch
        {
            ({ } pattern, _) => RouteTexts.Of(pattern, context, values),
            (null, "MapFallback") => new RoutePart("{*path:nonfile}", null),
            _ => new RoutePart(RoutePattern.Hole, null),
        });
        return parts;
    }

    private static IReadOnlyList<string>? VerbsOf(IInvocationOperation call, Context context, Values values)
    {
        if (call.TargetMethod.Name != "MapMethods") return MapNames.Terminals[call.TargetMethod.Name];
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
    private static StatementSet StatementsOf(IInvocationOperation call, Context context, Builder parent, IMethodSymbol? handler, BuilderReader reader)
    {
        var found = StatementSet.OfConventions(reader.Trace(call, context).Effects, 0).ToList();
        // Filters of MVC do nothing here.
        if (handler is not null) found.AddRange(StatementSet.OfAttributes(handler.GetAttributes(), 1).Where(statement => statement.Kind != EffectKind.Filter));
        found.AddRange(reader.StatementsOutward(parent, 2));
        return new(found, parent.IsVisible && !found.Exists(statement => statement.Kind == EffectKind.Opaque));
    }
}
