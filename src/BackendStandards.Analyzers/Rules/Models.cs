using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>The models of one compilation, each made when it is first asked for: whoever asks after that finds what others have bound.</summary>
internal sealed class Models
{
    private readonly Lazy<EndpointModel> _endpoints;
    private readonly Fact<FlowModel> _flow;
    private readonly Lazy<ConstantUses> _keys;
    private readonly Lazy<ConstantUses> _credentials;

    /// <param name="compilation">What is read.</param>
    /// <param name="options">Its options, with the user's own rows on libraries.</param>
    public Models(Compilation compilation, AnalyzerOptions options)
    {
        Code = new CodeBase(compilation);
        _endpoints = new(() => new EndpointModel(Code));
        var references = new SourceReferences(Code);
        _keys = new(() => ConstantUses.AsKeys(Code, references));
        _credentials = new(() => ConstantUses.AsCredentials(Code, references));
        _flow = new(cancellation => new FlowModel(Code, new LibraryModel(UserModels.Read(options, cancellation))));
    }

    /// <summary>The sources.</summary>
    public CodeBase Code { get; }

    /// <summary>The endpoints, and what the application configures.</summary>
    public EndpointModel Endpoints => _endpoints.Value;

    /// <summary>The constants that are used as keys, vectors and salts.</summary>
    public ConstantUses Keys => _keys.Value;

    /// <summary>The constants that are used as credentials.</summary>
    public ConstantUses Credentials => _credentials.Value;

    /// <summary>Where values come from.</summary>
    public FlowModel Flow(CancellationToken cancellation) => _flow.Get(cancellation);
}
