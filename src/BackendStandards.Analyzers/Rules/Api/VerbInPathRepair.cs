using System.Collections.Immutable;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Naming;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>The route that says the same without a verb, where the HTTP method says it already or can.</summary>
internal static class VerbInPathRepair
{
    /// <summary>The diagnostic's property that holds the HTTP method that the endpoint needs instead of its own.</summary>
    public const string NewMethod = nameof(NewMethod);

    /// <summary>What a fix has to know; nothing where a person has to decide.</summary>
    public static ImmutableDictionary<string, string?> PropertiesOf(IReadOnlyList<RouteSegment> segments, int at, IReadOnlyList<string> words, Endpoint endpoint, EndpointContext context)
    {
        var nothing = ApiPaths.With(null);
        if (endpoint.Verbs(context.Cancellation) is not { Count: 1 } methods) return nothing;
        // The literal may be the route of other endpoints too, which have other methods.
        if (context.Model.Sharing(segments[at].Part, endpoint, context.Cancellation).Any(other => other.Declaration != endpoint.Declaration)) return nothing;
        var isSaid = CrudVerbs.IsSaidBy(words[0], methods[0]);
        var becomesDelete = !isSaid && words[0] is "delete" or "remove" && methods[0] is "POST" or "GET" && CanDelete(segments, endpoint, context);
        if (!isSaid && !becomesDelete) return nothing;
        var route = words.Count == 1 ? segments[at].Removed() : Renamed(segments, at, words, methods[0]);
        var properties = ApiPaths.With(route);
        return route is not null && becomesDelete ? properties.Add(NewMethod, "Delete") : properties;
    }

    // A DELETE names what it deletes, and has no body; the method must be written where the route is.
    private static bool CanDelete(IReadOnlyList<RouteSegment> segments, Endpoint endpoint, EndpointContext context) =>
        segments.Any(segment => segment.ParameterName is not null)
        && endpoint.Parameters(context.Cancellation).All(parameter => parameter.Source is BindingSource.Route or BindingSource.Query or BindingSource.Services or BindingSource.Special)
        && MethodNameOf(segments[segments.Count - 1].Part) is not null;

    /// <summary>The name that says the method beside a route: <c>HttpPost</c> of an attribute, <c>MapPost</c> of a call.</summary>
    public static SimpleNameSyntax? MethodNameOf(RoutePart part) => part.Source?.Parent?.Parent?.Parent switch
    {
        AttributeSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "HttpPost" or "HttpGet" } name } => name,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "MapPost" or "MapGet" } name } } => name,
        _ => null,
    };

    private static string? Renamed(IReadOnlyList<RouteSegment> segments, int at, IReadOnlyList<string> words, string method)
    {
        var segment = segments[at];
        var rest = words.Skip(words[1] == "all" && words.Count > 2 ? 2 : 1).ToList();
        // What is left must name the thing: getById, getUserByEmail, deleteAll do not.
        if (rest.Contains("by") || rest.Contains("and") || rest.Contains("all") || rest.Contains("or")) return null;
        var noun = rest[rest.Count - 1];
        if (EnglishNouns.NumberOf(noun) == NounNumber.Unknown) return null;
        var isCollection = method == "POST" || (at + 1 < segments.Count && IdentifierNames.Is(segments[at + 1].ParameterName));
        if (isCollection && EnglishNouns.PluralOf(noun) is { } plural) rest[rest.Count - 1] = plural;
        // /users/createUser is /users.
        if (at > 0 && segments[at - 1].IsLiteral && string.Join("", Words.Split(segments[at - 1].Text)) is var before && (before == string.Join("", rest) || before == EnglishNouns.PluralOf(string.Join("", rest)))) return segment.Removed();
        return segment.Replaced(Joined(rest, segment.Text));
    }

    // In the casing of the segment.
    private static string Joined(IReadOnlyList<string> words, string like) =>
        like.IndexOf('-') >= 0 ? string.Join("-", words)
        : like.IndexOf('_') >= 0 ? string.Join("_", words)
        : string.Concat(words.Select((word, i) => i == 0 && char.IsLower(like[0]) ? word : char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
