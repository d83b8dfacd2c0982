using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.FastEndpoints;

/// <summary>What a handler of FastEndpoints sends: it returns a value or a result as others do, or calls <c>Send.NotFoundAsync()</c>.</summary>
internal static class FastResults
{
    private static readonly ImmutableDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        ["Ok"] = 200,
        ["String"] = 200,
        ["Bytes"] = 200,
        ["File"] = 200,
        ["Stream"] = 200,
        ["CreatedAt"] = 201,
        ["Accepted"] = 202,
        ["AcceptedAt"] = 202,
        ["NoContent"] = 204,
        ["Redirect"] = 302,
        ["NotModified"] = 304,
        ["Errors"] = 400,
        ["ThrowError"] = 400,
        ["ThrowIfAnyErrors"] = 400,
        ["Unauthorized"] = 401,
        ["Forbidden"] = 403,
        ["NotFound"] = 404,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static PossibleResults Of(IMethodSymbol handler, CodeBase code, CancellationToken cancellation)
    {
        if (handler.Name == "ExecuteAsync") return new ResultReader(code, cancellation).Of(handler);
        if (code.BodyOf(handler, cancellation) is not { } body) return PossibleResults.Unseen;
        var found = new List<PossibleResult>();
        foreach (var call in body.Root.Descendants().OfType<IInvocationOperation>())
            if (Libraries.RootOf(call.TargetMethod.ContainingType) == "FastEndpoints" && StatusOf(call) is { } status)
                found.Add(new(status, call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "response" or "responseBody") is { } sent ? Values.Unwrap(sent.Value).Type : null, call.Syntax));
        return new(found, false);
    }

    // Send.NotFoundAsync(), and SendNotFoundAsync() of older versions.
    private static int? StatusOf(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (name.EndsWith("Async", StringComparison.Ordinal)) name = name.Substring(0, name.Length - 5);
        if (name.StartsWith("Send", StringComparison.Ordinal)) name = name.Length == 4 ? "Response" : name.Substring(4);
        if (name == "Response") return AspNet.Argument(call, "statusCode")?.ConstantValue.Value as int? ?? 200;
        return Statuses.TryGetValue(name, out var status) ? status : null;
    }
}
