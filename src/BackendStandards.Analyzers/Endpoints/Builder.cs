using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>
/// What an expression that endpoints are mapped on can be: the application, something made at a call in a context, or out of sight.
/// It is an object with identity, not a prefix with metadata, since conventions are applied to the object, after the fact, through any alias.
/// </summary>
internal sealed record Builder(IInvocationOperation? Made, Context Context, Builder? Parent, RoutePart? Prefix)
{
    /// <summary>The application itself.</summary>
    public static readonly Builder Application = new(null, Context.Empty, null, null);

    /// <summary>Why it is out of sight; null where it is seen.</summary>
    public string? Invisible { get; init; }

    /// <summary>Whether it is one of several that the expression can be.</summary>
    public bool Maybe { get; init; }

    /// <summary>The parameter that hands it in, where the caller is not seen.</summary>
    public IParameterSymbol? HandedIn { get; init; }

    /// <summary>The Carter module whose own group it is: the library makes one for each, with the module's base path.</summary>
    public INamedTypeSymbol? Module { get; init; }

    /// <summary>Whether the whole way to the application is seen.</summary>
    public bool IsVisible => Outward().All(builder => builder is { Invisible: null, Maybe: false });

    /// <summary>One that is out of sight.</summary>
    public static Builder Unknown(string why) => new(null, Context.Empty, null, null) { Invisible = why };

    /// <summary>It and the builders it was made from, innermost first.</summary>
    public IEnumerable<Builder> Outward()
    {
        for (var at = this; at is not null; at = at.Parent) yield return at;
    }
}
