using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1012: a segment of a path that is not in lower case with hyphens between its words.</summary>
internal sealed class PathCasing() : EndpointRule(RuleCatalog.PathCasing)
{
    public static readonly Option<PathStyle> Style = Option.Choice(
        "bst1012.style", PathStyle.Auto, "How the words of a path segment are joined; `auto` is `kebab`, unless twenty segments or more show another style and nine of ten agree.");

    // A host is built where one of these is called, also where two programs share a compilation and none is its entry point.
    private static readonly string[] Starts = ["ConfigureWebHostDefaults", "CreateSlimBuilder", "CreateDefaultBuilder", "CreateBuilder"];

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var asked = context.Read(Style);
        foreach (var segment in ApiPaths.SegmentsOf(endpoint, this, context))
        {
            if (!segment.IsLiteral || segment.Text.IndexOfAny(['.', '$', '~', '\\', ' ']) >= 0 || PathWords.Has(segment.Text, asked)) continue;
            var style = asked;
            if (style == PathStyle.Auto)
            {
                style = context.RememberForAll(this, "usual", () => PathWords.UsualIn(SpelledTemplates.In(context.Model.Code.Compilation, context.Cancellation)));
                if (PathWords.Has(segment.Text, style)) continue;
            }
            if (ApiPaths.PlaceOf(segment, endpoint) is not { SourceTree: { } tree } place || !context.IsHere(tree)) continue;
            var isToken = segment.Written?.StartsWith("[", StringComparison.Ordinal) == true;
            // The name of a method is a matter of its own (BST1011); that of a class with one word is the same in any casing to the router.
            if (isToken && (!segment.IsToken("controller") || PathWords.Of(segment.Text).Count < 2)) continue;
            var changed = PathWords.In(segment.Text, style);
            if (changed.Length == 0 || changed == segment.Text || IsChangedOnTheWay(segment, isToken, context)) continue;
            context.ReportAt(this, place, [], ApiPaths.Replacing(segment, changed, endpoint, context), context.Describe(endpoint), segment.Text, changed);
        }
    }

    // An application may lower what it shows; where it starts in another compilation, that is not known.
    private bool IsChangedOnTheWay(RouteSegment segment, bool isToken, EndpointContext context) =>
        isToken ? context.RememberForAll(this, "tokens", () => Lowers(context) || MayTransform(context))
        : segment.Text.IndexOf('_') < 0 && segment.Text.IndexOf('-') < 0 && context.RememberForAll(this, "casing", () => Lowers(context));

    private static bool Lowers(EndpointContext context) => !StartsHere(context)
        || context.Model.Hosting.OptionWrites("RouteOptions", "LowercaseUrls", context.Cancellation).Any(write => write.Value.ConstantValue is not { HasValue: true, Value: false });

    private static bool StartsHere(EndpointContext context) => context.Model.Code.Compilation.GetEntryPoint(context.Cancellation) is not null
        || Starts.Any(name => context.Model.Code.TreesWith(name, context.Cancellation).Any());

    // What stands for a token, a transformer decides, which another assembly's set-up may add.
    private static bool MayTransform(EndpointContext context)
    {
        var (hosting, code, cancellation) = (context.Model.Hosting, context.Model.Code, context.Cancellation);
        return code.TreesWith("RouteTokenTransformerConvention", cancellation).Any() || code.TreesWith("IOutboundParameterTransformer", cancellation).Any()
            || hosting.ConventionsMayRoute(cancellation) || hosting.MayHoldMore(HostSide.Services, cancellation);
    }
}
