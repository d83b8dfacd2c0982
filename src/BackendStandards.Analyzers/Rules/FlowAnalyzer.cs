using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>Hosts the flow rules: finds sinks and asks where their values come from. A finding stands at the sink, so it is live in the document that owns it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer() : BackendAnalyzer(Rules.Select(rule => rule.Descriptor).ToArray())
{
    private static readonly ImmutableArray<FlowRule> Rules = ImmutableArray.Create(
        new FlowRule("sql", RuleCatalog.SqlTextIsConcatenated,
            Joined: Origin.Request | Origin.External | Origin.OpenParameter, JoinedAsSuggestion: Origin.Unmodelled, Whole: Origin.Request));

    private protected override void Start(RuleRegistration registration)
    {
        if (TestCode.Is(registration.Compilation, registration.Options)) return;
        var libraries = new LibraryModel();
        var sinks = new SinkFinder(libraries);
        var flow = new FlowModel(new CodeBase(registration.Compilation), libraries);
        registration.OnOperation(context => Check(context, sinks, flow), SinkFinder.OperationKinds);
    }

    private static void Check(OperationAnalysisContext context, SinkFinder sinks, FlowModel flow)
    {
        if (sinks.Find(context.Operation) is not { } sink || sink.Value.ConstantValue.HasValue || IsMigration(context.ContainingSymbol.ContainingType)) return;
        var value = flow.OriginsOf(sink.Value, context.CancellationToken);
        if (sink.IsAppended) value = value.AsPart(sink.Value);
        foreach (var rule in Rules)
            if (rule.Sink == sink.Kind && Severity(rule, value) is { } severity)
                context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, sink.Value.Syntax.GetLocation(), severity, Related(sink, value), properties: null, sink.Name, SqlFinding.Describe(value, flow.Code, context.CancellationToken)));
    }

    private static DiagnosticSeverity? Severity(FlowRule rule, Value value)
    {
        if ((value.Joined & rule.Joined) != 0 || (value.Origins & rule.Whole) != 0) return rule.Descriptor.DefaultSeverity;
        return (value.Joined & rule.JoinedAsSuggestion) != 0 ? DiagnosticSeverity.Info : null;
    }

    /// <summary>The way the value came, where that is another place than the sink itself.</summary>
    private static IEnumerable<Location> Related(Sink sink, Value value) =>
        new[] { value.Hole, value.Source }.Where(step => step is not null && step.Syntax != sink.Value.Syntax).Select(step => step!.Syntax.GetLocation()).Distinct();

    /// <summary>Migrations build statements from the developer's own names; they run before any request.</summary>
    private static bool IsMigration(INamedTypeSymbol? type)
    {
        for (var up = type?.BaseType; up is not null; up = up.BaseType)
            if (up.Name == "Migration") return true;
        return false;
    }
}
