using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1002: a GET endpoint whose handler, or a method that it calls, stores or sends something.</summary>
internal sealed class ReadChangesState() : EndpointRule(RuleCatalog.ReadChangesState)
{
    public static readonly Option<ImmutableHashSet<string>> Bookkeeping = Option.List(
        "bst1002.bookkeeping", "Words in the names of tables, types, members and topics that only keep record of what was read: a GET may write to them.",
        "log", "logs", "audit", "audits", "history", "view", "views", "viewed", "visit", "visits", "visited", "hit", "hits", "click", "clicks", "seen", "accessed", "access", "opened", "counter", "counters", "activity", "metric", "metrics",
        "statistic", "statistics", "stats", "telemetry", "tracking", "cache", "caches", "cached", "download", "downloads", "downloaded", "impression", "impressions", "outbox", "login", "logins");

    // A browser comes here from a mail or from another site, and can come with GET only.
    private static readonly ImmutableHashSet<string> Arrivals = ImmutableHashSet.Create(
        StringComparer.Ordinal, "signin", "signout", "login", "logout", "callback", "authorize", "oauth", "oidc", "connect", "sso", "saml", "token", "confirm", "confirmation", "verify", "verification", "activate", "activation",
        "unsubscribe", "webhook", "webhooks", "hook", "hooks", "track", "tracking", "pixel", "click", "redirect", "return", "notify", "ipn", "invite", "invitation", "accept", "seed", "auth", "external", "cron", "job", "jobs", "export", "download");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || EndpointContext.PlaceOf(endpoint) is not { SourceTree: { } tree } place || !context.IsHere(tree)) return;
        if (endpoint.Verbs(cancellation) is not { Count: > 0 } verbs || !verbs.All(static verb => verb is "GET" or "HEAD")) return;
        var code = context.Model.Code;
        if (!context.RememberForAll(this, nameof(DataWrite), () => DataWrite.Names.Any(name => name is not ("Execute" or "Send" or "SendAsync" or "ExecuteAsync") && code.WrittenTreesWith(name, cancellation).Any()) || MaySend(code))) return;
        if (endpoint.Route(cancellation).Segments.SelectMany(Words.Split).Concat(Words.Split(endpoint.Handler?.Name ?? "")).Any(Arrivals.Contains)) return;
        var functions = HandlerFunction.Of(endpoint, context, static names => DataWrite.Names.Any(names.Mentions));
        if (functions.Count == 0 || !RunsEverywhere(endpoint, context)) return;
        var changes = new StateChanges(functions, context.Read(Bookkeeping), code, cancellation);
        if (changes.First() is not { } found) return;
        context.ReportAt(this, place, [found.Place.GetLocation()], ImmutableDictionary<string, string?>.Empty, context.Describe(endpoint), found.Says, VerbFor(found.Says));
    }

    private static string VerbFor(string says) => says.StartsWith("deletes", StringComparison.Ordinal) ? "POST or DELETE" : "POST";

    private static bool MaySend(CodeBase code) => code.Compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name is "Dapper" or "MailKit" or "SendGrid" or "System.Net.Mail");

    // What is mapped in development only is a developer's tool.
    private static bool RunsEverywhere(Endpoint endpoint, EndpointContext context) => endpoint.Kind == EndpointKind.Controller || endpoint.Declaration is not InvocationExpressionSyntax
        || (context.Model.Code.BodyAround(endpoint.Declaration, context.Cancellation)?.At(endpoint.Declaration) is { } mapping && context.Model.Hosting.IsDevelopmentOnly(mapping, context.Cancellation) == Answer.No);
}
