using System.Collections.Concurrent;
using System.Collections.Immutable;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>What an endpoint rule may ask while one document is analysed, and where it reports.</summary>
internal sealed class EndpointContext(
    EndpointModel model, ValidatorTypes validators, Entities entities, ConcurrentDictionary<(string Id, string Subject), object> ofCompilation, SemanticModelAnalysisContext document)
{
    private readonly HashSet<(string Id, Location Place)> _reported = [];
    private readonly Dictionary<(string Id, object Subject), object> _remembered = [];
    private readonly SyntaxTree _tree = document.SemanticModel.SyntaxTree;

    /// <summary>All endpoints and what the application configures.</summary>
    public EndpointModel Model { get; } = model;

    /// <summary>The validators that the sources speak of.</summary>
    public ValidatorTypes Validators { get; } = validators;

    /// <summary>The types that are rows of a database.</summary>
    public Entities Entities { get; } = entities;

    /// <summary>Cancelled when the driver gives the document up.</summary>
    public CancellationToken Cancellation => document.CancellationToken;

    /// <summary>The value of an option for the document.</summary>
    public T Read<T>(Option<T> option) => option.Read(Options);

    /// <summary>The options of the document.</summary>
    public AnalyzerConfigOptions Options => document.Options.AnalyzerConfigOptionsProvider.GetOptions(_tree);

    /// <summary>The value of a property of the project that the package makes visible, in lower case; empty where it is not set.</summary>
    public string ProjectSets(string property) =>
        document.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + property, out var value) ? value.Trim().ToLowerInvariant() : "";

    /// <summary>Whether a place lies in the document.</summary>
    public bool IsHere(SyntaxNode place) => IsHere(place.SyntaxTree);

    /// <summary>Whether a tree is the document's.</summary>
    public bool IsHere(SyntaxTree tree) => tree == _tree;

    /// <summary>What a rule has found out about a subject, so that the thousand endpoints of a group do not ask about it a thousand times.</summary>
    public T Remember<T>(EndpointRule rule, object subject, Func<T> find)
        where T : notnull
    {
        if (_remembered.TryGetValue((rule.Descriptor.Id, subject), out var known)) return (T)known;
        var found = find();
        _remembered[(rule.Descriptor.Id, subject)] = found;
        return found;
    }

    /// <summary>The same for what holds in the whole compilation: found out once, by whichever document asks first.</summary>
    public T RememberForAll<T>(EndpointRule rule, string subject, Func<T> find)
        where T : notnull => (T)ofCompilation.GetOrAdd((rule.Descriptor.Id, subject), _ => find());

    /// <summary>Whether a rule has reported at a place.</summary>
    public bool HasReported(EndpointRule rule, SyntaxNode place) => _reported.Contains((rule.Descriptor.Id, place.GetLocation()));

    /// <summary>
    /// Reports once a place, and only in the document under analysis: the endpoint is looked at again when the other document is,
    /// and an IDE drops what an analysis reports elsewhere.
    /// </summary>
    public void Report(EndpointRule rule, SyntaxNode place, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        ReportAt(rule, place.GetLocation(), [], properties, arguments);

    /// <summary>The same for a place that is no node of its own, with further places that the finding is about.</summary>
    public void ReportAt(EndpointRule rule, Location place, IEnumerable<Location> others, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        if (place.SourceTree is { } tree && IsHere(tree) && _reported.Add((rule.Descriptor.Id, place)))
            document.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, place, others, properties, arguments));
    }

    /// <summary>Reports as a suggestion what is a warning elsewhere.</summary>
    public void Suggest(EndpointRule rule, Location place, params object[] arguments)
    {
        if (place.SourceTree is { } tree && IsHere(tree) && _reported.Add((rule.Descriptor.Id, place)))
            document.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, place, DiagnosticSeverity.Info, null, null, arguments));
    }

    /// <summary>Where an endpoint as a whole is reported: the name of the mapping call, of the action, of the class.</summary>
    public static Location PlaceOf(Endpoint endpoint) => endpoint.Declaration switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        TypeDeclarationSyntax type => type.Identifier.GetLocation(),
        var other => other.GetLocation(),
    };

    /// <summary>An endpoint for a person: <c>GET /users/{id}</c>.</summary>
    public string Describe(Endpoint endpoint) => endpoint.Describe(Cancellation);
}
