using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Reads the policies of an endpoint. Of several statements the framework takes the last; a rate limit that is switched off anywhere is off.</summary>
internal sealed class PolicyReader(StatementReader reader)
{
    public EndpointPolicy RateLimit(StatementSet statements)
    {
        if (statements.Of(EffectKind.NoRateLimit).OrderBy(statement => statement.Maybe).FirstOrDefault() is { } off)
            return new(off.Maybe ? PolicyState.Unknown : PolicyState.Disabled, null, off.Place(reader.Cancellation));
        return First(statements, EffectKind.RateLimit, statement => (PolicyState.Applied, reader.Value(statement, "policyName").Text));
    }

    public EndpointPolicy Cors(StatementSet statements) => First(statements, EffectKind.Cors, statement =>
        Symbols.Implements(StatementReader.TypeOf(statement), "IDisableCorsAttribute") ? (PolicyState.Disabled, null) : (PolicyState.Applied, reader.Value(statement, "policyName").Text));

    public EndpointPolicy Cache(StatementSet statements) => First(statements, EffectKind.Cache, statement =>
        reader.Value(statement, "noStore").Value is true || NeverCaches(statement) ? (PolicyState.Disabled, null) : (PolicyState.Applied, reader.Value(statement, "policyName", "cacheProfileName").Text));

    public EndpointSizeLimit RequestSize(StatementSet statements) => Size(statements, EffectKind.SizeLimit, "bytes", "maxRequestBodySize");

    public EndpointSizeLimit FormSize(StatementSet statements) => Size(statements, EffectKind.FormLimit, "multipartBodyLengthLimit");

    // policy => policy.NoCache()
    private bool NeverCaches(Statement statement) =>
        reader.Argument(statement, "policy") is { } policy && Values.Unwrap(policy) is IAnonymousFunctionOperation lambda && lambda.Descendants().Any(operation => operation is IInvocationOperation { TargetMethod.Name: "NoCache" });

    private EndpointPolicy First(StatementSet statements, EffectKind kind, Func<Statement, (PolicyState State, string? Name)> read)
    {
        if (statements.Of(kind).FirstOrDefault() is not { } first) return new(statements.AllSeen ? PolicyState.No : PolicyState.Unknown, null, null);
        var place = first.Place(reader.Cancellation);
        if (first.Maybe) return new(PolicyState.Unknown, null, place);
        var (state, name) = read(first);
        return new(state, name, place);
    }

    private EndpointSizeLimit Size(StatementSet statements, EffectKind kind, params string[] names)
    {
        if (statements.Of(kind).FirstOrDefault() is not { } first) return new(statements.AllSeen ? PolicyState.No : PolicyState.Unknown, null, null);
        var place = first.Place(reader.Cancellation);
        if (first.Maybe) return new(PolicyState.Unknown, null, place);
        return Symbols.Derives(StatementReader.TypeOf(first), "DisableRequestSizeLimitAttribute") || (StatementReader.TypeOf(first) is null && kind == EffectKind.SizeLimit)
            ? new(PolicyState.Disabled, null, place) : new(PolicyState.Applied, reader.Value(first, names).Number, place);
    }
}
