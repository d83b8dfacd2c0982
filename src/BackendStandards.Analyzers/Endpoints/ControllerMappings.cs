using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Where controllers are mapped. <c>MapControllerRoute</c> also maps those with attribute routes, but its conventions are its own route's.</summary>
internal sealed class ControllerMappings(BuilderMemo memo, HostingModel hosting)
{
    private readonly IReadOnlyList<RoutePart> _unseen = [new RoutePart(RoutePattern.Hole, null)];

    /// <summary>The mappings that differ in what they put before a route; one that says unknown where none is seen.</summary>
    public IReadOnlyList<ControllerMapping> Find(CancellationToken cancellation)
    {
        if (hosting.ConventionsMayRoute(cancellation)) return [new(_unseen, [], [], AllSeen: false)];
        var reader = new BuilderReader(memo, cancellation);
        var found = new List<ControllerMapping>();
        foreach (var name in MapNames.Controllers)
            foreach (var tree in memo.Code.TreesWith(name, cancellation))
                foreach (var operation in memo.Code.CallsNamed(name, tree, cancellation))
                    if (operation is IInvocationOperation call && AspNet.IsKnown(call.TargetMethod) && AspNet.BuilderOf(call) is { } receiver)
                        foreach (var context in reader.Contexts.Of(call))
                            foreach (var parent in reader.Origins.Of(receiver, context))
                                found.Add(Make(call, context, parent, reader));
        if (found.Count == 0) return [new(_unseen, [], [], AllSeen: false)];
        return [.. found.GroupBy(mapping => string.Concat(mapping.Prefix.Select(part => "/" + part.Text)))
            .Select(same => new ControllerMapping(same.First().Prefix, [.. same.SelectMany(mapping => mapping.Own)], [.. same.SelectMany(mapping => mapping.Outer)], same.All(mapping => mapping.AllSeen)))];
    }

    private static ControllerMapping Make(IInvocationOperation call, Context context, Builder parent, BuilderReader reader)
    {
        var prefix = parent.Outward().Reverse().Where(builder => builder.Invisible is not null || builder.Made is not null)
            .Select(builder => builder.Invisible is null && builder.Prefix is { } part ? part : new RoutePart(RoutePattern.Hole, null)).ToList();
        var own = call.TargetMethod.Name == "MapControllers" ? reader.Trace(call, context).Effects : [];
        // The action is level 1, its controller 2.
        var (statements, outer) = (StatementSet.OfConventions(own, 3).ToList(), reader.StatementsOutward(parent, 4).ToList());
        return new(prefix, statements, outer, parent.IsVisible && !statements.Concat(outer).Any(statement => statement.Kind == EffectKind.Opaque));
    }
}
