using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.EntryPoints;

/// <summary>Code that the outside reaches by another way than an HTTP handler.</summary>
internal sealed class EntryPoint
{
    private readonly Fact<EndpointAuthorization?> _authorization;

    public EntryPoint(EntryPointKind kind, string name, IMethodSymbol method, INamedTypeSymbol? owner, SyntaxNode declaration, IReadOnlyList<EntryInput> inputs,
        Func<CancellationToken, EndpointAuthorization?> authorization)
    {
        (Kind, Name, Method, Owner, Declaration, Inputs) = (kind, name, method, owner, declaration, inputs);
        _authorization = new(authorization);
    }

    /// <summary>How it is reached.</summary>
    public EntryPointKind Kind { get; }

    /// <summary>The name by which callers know it.</summary>
    public string Name { get; }

    /// <summary>What runs: a method or a lambda.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>The hub, service, consumer or graph type that it belongs to.</summary>
    public INamedTypeSymbol? Owner { get; }

    /// <summary>Where its author wrote it.</summary>
    public SyntaxNode Declaration { get; }

    /// <summary>What the outside sends it.</summary>
    public IReadOnlyList<EntryInput> Inputs { get; }

    /// <summary>Who may call it; null for what is not called over HTTP: messages, jobs, background services.</summary>
    public EndpointAuthorization? Authorization(CancellationToken cancellation) => _authorization.Get(cancellation);
}
