using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules;

/// <summary>What a rule about queries may ask while one document is analysed, and where it reports.</summary>
internal sealed class QueryContext(Models models, SemanticModelAnalysisContext document)
{
    private readonly HashSet<(string Id, Location Place)> _reported = [];
    private readonly SyntaxTree _tree = document.SemanticModel.SyntaxTree;

    /// <summary>The sources.</summary>
    public CodeBase Code => models.Code;

    /// <summary>Cancelled when the driver gives the document up.</summary>
    public CancellationToken Cancellation => document.CancellationToken;

    /// <summary>Whether a name stands in the document.</summary>
    public bool Mentions(string name) => TreeIndex.Of(_tree, Cancellation).Mentions(name);

    /// <summary>Whether a tree is the document's.</summary>
    public bool IsHere(SyntaxTree tree) => tree == _tree;

    /// <summary>The endpoints that the document has to do with.</summary>
    public IEnumerable<Endpoint> Endpoints => models.Endpoints.Concerning(_tree, Cancellation);

    /// <summary>The calls in the document of a library's method with a name.</summary>
    public IEnumerable<IInvocationOperation> Calls(string name) =>
        TreeIndex.Of(_tree, Cancellation).Mentions(name) ? models.Code.CallsNamed(name, _tree, Cancellation).OfType<IInvocationOperation>().Where(call => !AspNet.InSource(call.TargetMethod)) : [];

    /// <summary>Reports once a place of the document.</summary>
    public void Report(QueryRule rule, SyntaxNode place, params object[] arguments) => Report(rule, place, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>The same with what the fix has to know.</summary>
    public void Report(QueryRule rule, SyntaxNode place, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        if (place.SyntaxTree == _tree && _reported.Add((rule.Descriptor.Id, place.GetLocation())))
            document.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, place.GetLocation(), properties, arguments));
    }
}
