using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Which types filter the requests of an endpoint.</summary>
internal static class EndpointFilters
{
    /// <summary>The types, and null for each that is not seen.</summary>
    public static IReadOnlyList<ITypeSymbol?> Of(StatementSet statements) =>
        [.. statements.Of(EffectKind.Filter).Select(statement => statement.Attribute?.AttributeClass ?? (statement.Convention?.Site is IInvocationOperation call ? TypeOf(call) : null))];

    /// <summary>The type of <c>AddEndpointFilter&lt;T&gt;()</c>, which has a second type argument on a builder type, or of <c>AddEndpointFilter(new T())</c>.</summary>
    public static ITypeSymbol? TypeOf(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.LastOrDefault(argument => !AspNet.IsBuilder(argument))
        ?? (AspNet.Argument(call, "filter") is { } filter && Values.Unwrap(filter) is IObjectCreationOperation creation ? creation.Type : null);
}
