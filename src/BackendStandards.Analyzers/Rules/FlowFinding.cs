using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>A value at a sink, with what a rule may ask of it.</summary>
internal sealed class FlowFinding(Sink sink, Value value, FlowModel flow, Models models, AnalyzerConfigOptions options, CancellationToken cancellation)
{
    private readonly Lazy<bool> _guarded = new(() =>
        HasGuards(sink.Kind) && new GuardWalk(flow, sink.Kind, sink.Kind is "url" or "redirect" ? (condition, holds, target, body) => AddressGuards.Accepts(condition, holds, target, body, flow, cancellation) : null, cancellation).Accepts(sink.Value));

    public Sink Sink { get; } = sink;

    public Value Value { get; } = value;

    public FlowModel Flow { get; } = flow;

    /// <summary>The options of the file that the sink is in.</summary>
    public AnalyzerConfigOptions Options { get; } = options;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether the value reaches the sink only where it was tested and found good for this kind of sink.</summary>
    public bool IsGuarded => _guarded.Value;

    /// <summary>Where the value enters, in the user's words, to begin a sentence: <c>The query string's 'name'</c>.</summary>
    public string Source => SourceWords.Capitalized(SourceInText);

    /// <summary>Where the value enters, in the user's words: <c>the query string's 'name'</c>.</summary>
    public string SourceInText => new SourceWords(models.Endpoints, Cancellation).Describe(Value.Source);

    /// <summary>The endpoints that the function around the sink handles.</summary>
    public IEnumerable<Endpoint> Handled
    {
        get
        {
            var function = Sink.Value.Syntax.Ancestors().FirstOrDefault(up => up is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
            return function is null ? [] : models.Endpoints.Concerning(function.SyntaxTree, Cancellation)
                .Where(endpoint => endpoint.Handler?.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == function.SyntaxTree && declared.Span == function.Span) == true);
        }
    }

    /// <summary>The way that the worst of some origins came, from the source over what it went through to the text that it was joined into, without the sink itself.</summary>
    public IEnumerable<Location> Way(Origin among)
    {
        if (Value.Worst(among) is not { } trace) return [];
        // Where a number is declared is where it is bounded.
        var entry = Flow.Question == FlowQuestion.Size ? trace.Entry?.Locations.Where(place => place.IsInSource) ?? [] : [];
        var steps = new List<IOperation?> { trace.Source };
        steps.AddRange(trace.Hops);
        steps.Add(trace.Hole);
        return entry.Concat(steps.Where(step => step is not null && step.Syntax != Sink.Value.Syntax).Select(step => step!.Syntax.GetLocation())).Distinct();
    }

    private static bool HasGuards(string kind) => kind is "path" or "url" or "redirect";
}
