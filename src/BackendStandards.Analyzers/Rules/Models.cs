using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>The models of one compilation, each made when it is first asked for: whoever asks after that finds what others have bound.</summary>
internal sealed class Models
{
    private readonly Lazy<EndpointModel> _endpoints;
    private readonly Lazy<ValidatorTypes> _validators;
    private readonly Lazy<Entities> _entities;
    private readonly ConcurrentDictionary<(string Id, string Subject), object> _ofEndpoints = new();
    private readonly Fact<FlowModel> _flow;
    private readonly Lazy<ConstantUses> _keys;
    private readonly Lazy<ConstantUses> _credentials;

    /// <param name="compilation">What is read.</param>
    /// <param name="options">Its options, with the user's own rows on libraries.</param>
    public Models(Compilation compilation, AnalyzerOptions options)
    {
        Code = new CodeBase(compilation);
        _endpoints = new(() => new EndpointModel(Code));
        _validators = new(() => new ValidatorTypes(Code));
        _entities = new(() => new Entities(Code));
        var references = new SourceReferences(Code);
        _keys = new(() => ConstantUses.AsKeys(Code, references));
        _credentials = new(() => ConstantUses.AsCredentials(Code, references));
        _flow = new(cancellation => new FlowModel(Code, new LibraryModel(UserModels.Read(options, cancellation))));
    }

    /// <summary>The sources.</summary>
    public CodeBase Code { get; }

    /// <summary>The endpoints, and what the application configures.</summary>
    public EndpointModel Endpoints => _endpoints.Value;

    /// <summary>What rules about endpoints may ask while a document is analysed. What they find out about the compilation is kept for all documents.</summary>
    public EndpointContext EndpointsIn(SemanticModelAnalysisContext document) => new(Endpoints, _validators.Value, _entities.Value, _ofEndpoints, document);

    /// <summary>The constants that are used as keys, vectors and salts.</summary>
    public ConstantUses Keys => _keys.Value;

    /// <summary>The constants that are used as credentials.</summary>
    public ConstantUses Credentials => _credentials.Value;

    /// <summary>Where values come from.</summary>
    public FlowModel Flow(CancellationToken cancellation) => _flow.Get(cancellation);
}
