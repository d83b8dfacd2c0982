using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>All that reads builders, for one question and its cancellation; what it finds goes into the shared memo.</summary>
internal sealed class BuilderReader
{
    private readonly BuilderMemo _memo;
    private readonly CancellationToken _cancellation;

    public BuilderReader(BuilderMemo memo, CancellationToken cancellation)
    {
        (_memo, _cancellation) = (memo, cancellation);
        Values = new Values(memo.Code, cancellation);
        Contexts = new ContextReader(memo, Values, cancellation);
        Origins = new BuilderOrigins(memo, Values, Contexts, cancellation);
    }

    public CodeBase Code => _memo.Code;

    public Values Values { get; }

    public ContextReader Contexts { get; }

    public BuilderOrigins Origins { get; }

    /// <summary>What happens to the builder that a call makes in a context.</summary>
    public BuilderTrace Trace(IInvocationOperation made, Context context) =>
        BuilderWalk.From(made, context, _memo, Values, Contexts, _cancellation);

    /// <summary>The effects on a builder and on all that it was made from, as statements of an endpoint that is mapped on it; the innermost has the given level.</summary>
    public IEnumerable<Statement> StatementsOutward(Builder builder, int level)
    {
        foreach (var at in builder.Outward())
            foreach (var statement in StatementSet.OfConventions(EffectsOn(at), level++))
                yield return statement;
    }

    private IReadOnlyList<Effect> EffectsOn(Builder builder) =>
        builder.Module is { } module ? [.. new CarterModules(_memo, _cancellation).EffectsOf(module), .. BuilderWalk.From(builder.HandedIn!, _memo, Values, Contexts, _cancellation).Effects]
        : builder.HandedIn is { } parameter ? BuilderWalk.From(parameter, _memo, Values, Contexts, _cancellation).Effects
        : builder.Made is { } made ? Trace(made, builder.Context).Effects : [];
}
