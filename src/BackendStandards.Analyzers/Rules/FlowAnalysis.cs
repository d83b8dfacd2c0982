using System.Collections.Immutable;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules;

/// <summary>Hosts the flow rules: finds sinks and asks where their values come from. A finding stands at the sink, so it is live in the document that owns it.</summary>
internal sealed class FlowAnalysis() : Analysis(FlowRules.Descriptors.ToArray())
{
    public override void Start(RuleRegistration registration, Models models)
    {
        if (TestCode.Is(registration.Compilation, registration.Options)) return;
        var flow = models.Flow(registration.Cancellation);
        var (libraries, sinks) = (flow.Libraries, new SinkFinder(flow.Libraries));
        registration.OnOperation(context => Check(context, sinks.Find(context.Operation), flow, models), SinkFinder.OperationKinds);
        registration.OnOperation(context => Check(context, MissingResource.Returned((IReturnOperation)context.Operation, context.ContainingSymbol), flow, models), OperationKind.Return);
        registration.OnOperation(context => Check(context, RowLimits.Find(context.Operation, libraries), flow, models), OperationKind.Invocation, OperationKind.InterpolatedString);
        registration.OnOperation(context => Check(context, ReturnedAnswers.Find((IReturnOperation)context.Operation, context.ContainingSymbol), flow, models), OperationKind.Return);
    }

    private static void Check(OperationAnalysisContext context, ImmutableArray<Sink> sinks, FlowModel flow, Models models)
    {
        foreach (var sink in sinks)
        {
            var rules = FlowRules.Of(sink.Kind);
            if (rules.IsEmpty || IsMigration(context.ContainingSymbol.ContainingType)) continue;
            var value = Value.Bottom;
            if (rules[0].Is is null)
            {
                if (sink.Value.ConstantValue.HasValue || !rules.Any(rule => rule.Asks?.Invoke(sink) != false)) continue;
                // What makes a text harmless in HTML does nothing for SQL.
                flow = flow.Asking(rules[0].Question);
                value = flow.OriginsOf(sink.Value, context.CancellationToken).For(flow.Libraries.KindOf(sink.Kind));
                if (sink.IsAppended) value = value.AsPart(sink.Value);
                if (value.IsSafe) continue;
            }
            var finding = new FlowFinding(sink, value, flow, models, context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree), context.CancellationToken);
            foreach (var rule in rules)
            {
                if (rule.SeverityOf(finding) is not { } severity) continue;
                context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, sink.Value.Syntax.GetLocation(), severity, finding.Way(rule.Shown), properties: null, rule.Words(finding)));
                break;
            }
        }
    }

    /// <summary>Migrations build statements from the developer's own names; they run before any request.</summary>
    private static bool IsMigration(INamedTypeSymbol? type)
    {
        for (var up = type?.BaseType; up is not null; up = up.BaseType)
            if (up.Name == "Migration") return true;
        return false;
    }
}
