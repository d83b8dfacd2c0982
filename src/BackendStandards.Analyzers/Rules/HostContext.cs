using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules;

/// <summary>What a rule about the application's configuration may ask while one document is analysed, and where it reports.</summary>
internal sealed class HostContext(EndpointModel model, SemanticModelAnalysisContext document)
{
    private readonly SyntaxTree _tree = document.SemanticModel.SyntaxTree;

    /// <summary>The document.</summary>
    public SyntaxTree Tree => _tree;

    /// <summary>All endpoints.</summary>
    public EndpointModel Model { get; } = model;

    /// <summary>What the application configures.</summary>
    public HostingModel Hosting => Model.Hosting;

    /// <summary>Cancelled when the driver gives the document up.</summary>
    public CancellationToken Cancellation => document.CancellationToken;

    /// <summary>The names of the document.</summary>
    public TreeIndex Names => TreeIndex.Of(_tree, Cancellation);

    /// <summary>The value of an option for the document.</summary>
    public T Read<T>(Option<T> option) => option.Read(document.Options.AnalyzerConfigOptionsProvider.GetOptions(_tree));

    /// <summary>The calls in the document of a library's method with a name.</summary>
    public IEnumerable<IInvocationOperation> Calls(string name) =>
        Names.Mentions(name) ? Model.Code.CallsNamed(name, _tree, Cancellation).OfType<IInvocationOperation>().Where(call => AspNet.IsKnown(call.TargetMethod)) : [];

    /// <summary>The assignments in the document to a library's property with a name.</summary>
    public IEnumerable<(IPropertySymbol Property, ISimpleAssignmentOperation Assignment)> Writes(string name)
    {
        if (!Names.Mentions(name)) yield break;
        foreach (var node in Nodes(name))
        {
            var left = node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node;
            if (left.Parent is AssignmentExpressionSyntax written && written.Left == left
                && Model.Code.BodyAround(written, Cancellation)?.At(written) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment && AspNet.IsKnown(property))
                yield return (property, assignment);
        }
    }

    /// <summary>Where a name is written in the document.</summary>
    public IEnumerable<SyntaxNode> Nodes(string name) => Names.NodesOf(name, _tree.GetRoot(Cancellation));

    /// <summary>The operation of a node of the document.</summary>
    public IOperation? At(SyntaxNode node) => Model.Code.BodyAround(node, Cancellation)?.At(node);

    /// <summary>Whether an operation surely runs in other environments than that of a developer's machine.</summary>
    public bool RunsOutsideDevelopment(IOperation operation) => Hosting.IsDevelopmentOnly(operation, Cancellation) == Answer.No;

    /// <summary>The place for a finding about the application as a whole; null where that is in another document, or nowhere.</summary>
    public SyntaxNode? Anchor()
    {
        // By spelling nearly every document may hold it, and finding it reads the start-up code.
        var entry = Model.Code.Compilation.GetEntryPoint(Cancellation);
        return entry?.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _tree) == true
            && Hosting.Anchor(Cancellation) is { } anchor && anchor.SyntaxTree == _tree ? anchor : null;
    }

    /// <summary>Reports at a place of the document.</summary>
    public void Report(HostRule rule, SyntaxNode place, params object[] arguments) => Report(rule, place, rule.Descriptor.DefaultSeverity, null, arguments);

    /// <summary>The same with a severity of its own, and what the fix has to know.</summary>
    public void Report(HostRule rule, SyntaxNode place, DiagnosticSeverity severity, ImmutableDictionary<string, string?>? properties, params object[] arguments) =>
        document.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, place.GetLocation(), severity, null, properties, arguments));
}
