using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>What is known of a compilation's builders so far, shared by all threads that ask. Nothing that a cancellation cut short gets in.</summary>
internal sealed class BuilderMemo(CodeBase code)
{
    public CodeBase Code { get; } = code;

    public Callers Callers { get; } = new(code);

    /// <summary>The ways into a function.</summary>
    public ConcurrentDictionary<ISymbol, IReadOnlyList<Context>> Entries { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What is done to a builder, by the call and context that make it.</summary>
    public ConcurrentDictionary<(SyntaxNode Call, Context Context), BuilderTrace> Traces { get; } = new();
}
