using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>The flow rules. Of several for one kind of sink the first that has something to say speaks: one finding a sink.</summary>
internal static class FlowRules
{
    private static readonly ImmutableArray<FlowRule> All = ImmutableArray.Create(
        new FlowRule("sql", RuleCatalog.RequestDataReachesSql) { Joined = Origin.Request, Whole = Origin.Request, Words = SqlWords },
        new FlowRule("sql", RuleCatalog.SqlTextIsConcatenated) { Joined = Origin.External | Origin.OpenParameter, JoinedAsSuggestion = Origin.Unmodelled, Words = SqlWords },
        FlowRule.OfInput("ldap", RuleCatalog.QueryIsBuiltFromInput, "an LDAP query", "encode it for LDAP"),
        FlowRule.OfInput("xpath", RuleCatalog.QueryIsBuiltFromInput, "an XPath expression", "compare in code, or pass it as a variable of an XsltContext"),
        FlowRule.OfInput("mongo", RuleCatalog.QueryIsBuiltFromInput, "a MongoDB query", "use Builders<T>.Filter"),
        FlowRule.OfInput("json", RuleCatalog.QueryIsBuiltFromInput, "a JSON query", "build it from objects") with { Whole = Origin.None, WholeAsSuggestion = Origin.None },
        FlowRule.OfInput("script", RuleCatalog.QueryIsBuiltFromInput, "a script that the server runs", "pass it through KEYS and ARGV"),
        FlowRule.OfInput("linq", RuleCatalog.QueryIsBuiltFromInput, "a dynamic LINQ expression", "pass values as arguments (@0), and choose members from a fixed list"),
        FlowRule.OfInput("command", RuleCatalog.RequestDataReachesCommand),
        FlowRule.OfInput("path", RuleCatalog.RequestDataReachesPath) with { Counts = FileNames.Counts },
        FlowRule.OfInput("url", RuleCatalog.RequestDataControlsUrl) with { Counts = UrlText.OriginsOfHost },
        FlowRule.OfInput("redirect", RuleCatalog.OpenRedirect) with { Counts = UrlText.OriginsOfHost },
        FlowRule.OfInput("html", RuleCatalog.HtmlIsNotEncoded),
        FlowRule.OfInput("markup", RuleCatalog.HtmlIsNotEncoded) with { Counts = HtmlText.OriginsInMarkup },
        new FlowRule("type", RuleCatalog.DataChoosesType)
        {
            Joined = Origin.Request,
            Whole = Origin.Request,
            Words = static finding => [finding.Sink.Name, $"makes whatever type {finding.SourceInText} names: choose it from a fixed list"],
        },
        new FlowRule("response", RuleCatalog.ExceptionDetailsExposed)
        {
            Joined = Origin.Exception,
            Whole = Origin.Exception,
            Shown = Origin.Exception,
            Asks = ExceptionExposure.MayHold,
            Counts = ExceptionExposure.Counts,
            Words = static finding => [finding.Sink.Name],
        },
        new FlowRule("size", RuleCatalog.PageSizeUnbounded)
        {
            Question = FlowQuestion.Size,
            Whole = Origin.Request,
            Joined = Origin.Request,
            Shown = Origin.Request,
            Counts = PageSize.Counts,
            Words = static finding => [PageSize.Describe(finding), finding.Sink.Name],
        },
        new FlowRule("found", RuleCatalog.MissingResourceIsSuccess)
        {
            Question = FlowQuestion.Absence,
            Whole = Origin.Lookup,
            Shown = Origin.Lookup,
            Asks = MissingResource.MayBe,
            Counts = MissingResource.Counts,
            Words = static finding => [MissingResource.NameOf(finding), finding.Sink.Name == "return" ? "the handler" : $"'{finding.Sink.Name}'"],
        },
        new FlowRule("anytype", RuleCatalog.DataChoosesType) { Is = UnsafeDeserialization.IsOpen, Words = static finding => [finding.Sink.Name, "makes whatever type the data names: use a serializer that is told the type"] },
        new FlowRule("typenames", RuleCatalog.DataChoosesType) { Is = UnsafeDeserialization.ReadsTypeNames, Words = static finding => [finding.Sink.Name, "lets the data name the type that it becomes: use TypeNameHandling.None, or a binder that knows the allowed types"] });

    private static readonly ImmutableDictionary<string, ImmutableArray<FlowRule>> BySink =
        All.GroupBy(rule => rule.Sink, StringComparer.Ordinal).ToImmutableDictionary(rules => rules.Key, rules => rules.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The kinds of sinks that a rule asks about.</summary>
    public static ImmutableArray<string> Kinds { get; } = All.Select(rule => rule.Sink).Distinct(StringComparer.Ordinal).ToImmutableArray();

    /// <summary>What they report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = All.Select(rule => rule.Descriptor).Distinct().ToImmutableArray();

    /// <summary>The rules of a kind of sink.</summary>
    public static ImmutableArray<FlowRule> Of(string sink) => BySink.TryGetValue(sink, out var rules) ? rules : ImmutableArray<FlowRule>.Empty;

    private static object[] SqlWords(FlowFinding finding) => [finding.Sink.Name, SqlFinding.Describe(finding)];
}
