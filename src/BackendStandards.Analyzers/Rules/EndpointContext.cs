using System.Collections.Immutable;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>What an endpoint rule may ask while one document is analysed, and where it reports.</summary>
internal sealed class EndpointContext(EndpointModel model, ValidatorTypes validators, SemanticModelAnalysisContext document)
{
    private readonly HashSet<(string Id, Location Place)> _reported = [];
    private readonly SyntaxTree _tree = document.SemanticModel.SyntaxTree;

    /// <summary>All endpoints and what the application configures.</summary>
    public EndpointModel Model { get; } = model;

    /// <summary>The validators that the sources speak of.</summary>
    public ValidatorTypes Validators { get; } = validators;

    /// <summary>Cancelled when the driver gives the document up.</summary>
    public CancellationToken Cancellation => document.CancellationToken;

    /// <summary>The value of an option for the document.</summary>
    public T Read<T>(Option<T> option) => option.Read(document.Options.AnalyzerConfigOptionsProvider.GetOptions(_tree));

    /// <summary>Whether a place lies in the document.</summary>
    public bool IsHere(SyntaxNode place) => IsHere(place.SyntaxTree);

    /// <summary>Whether a tree is the document's.</summary>
    public bool IsHere(SyntaxTree tree) => tree == _tree;

    /// <summary>
    /// Reports once a place, and only in the document under analysis: the endpoint is looked at again when the other document is,
    /// and an IDE drops what an analysis reports elsewhere.
    /// </summary>
    public void Report(EndpointRule rule, SyntaxNode place, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        if (!IsHere(place)) return;
        var location = place.GetLocation();
        if (_reported.Add((rule.Descriptor.Id, location))) document.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, location, properties, arguments));
    }
}
