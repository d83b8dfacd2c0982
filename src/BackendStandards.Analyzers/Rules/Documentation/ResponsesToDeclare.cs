using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>
/// What a fix has to declare, in a text of lines: the code, what kind of body (<c>problem</c>, <c>validation</c>, or the type's name, or nothing). With the first
/// response that is stated the framework assumes no more, and conventions fall silent: what they said is among it.
/// </summary>
internal static class ResponsesToDeclare
{
    /// <summary>The kind of an error in the format of problem details.</summary>
    public const string Problem = "problem";

    /// <summary>The kind of what validation answers.</summary>
    public const string Validation = "validation";

    /// <summary>The default response, in the place of a code.</summary>
    public const string Default = "default";

    /// <summary>The text for an endpoint.</summary>
    public static string Of(Endpoint endpoint, IReadOnlyList<int> missing, SemanticModel model, CancellationToken cancellation)
    {
        var (declared, results) = (endpoint.Responses(cancellation), endpoint.Results(cancellation));
        var lines = new List<(int Status, string Line)>();
        foreach (var status in missing) lines.Add((status, $"{status}\t{BodyOf(results, status, endpoint, model)}"));
        if (!declared.Items.Any(response => response.Origin == ResponseOrigin.Stated) && !(endpoint.Kind == EndpointKind.Minimal && declared.Items.Count > 0))
            foreach (var (status, body) in LostBy(declared, results))
                if (!lines.Exists(line => line.Status == status))
                    lines.Add((status, status == int.MaxValue ? Default + "\t" : $"{status}\t{(body is null ? BodyOf(results, status, endpoint, model) : NameOf(body, endpoint, model))}"));
        return string.Join("\n", lines.OrderBy(line => line.Status).Select(line => line.Line));
    }

    private static IEnumerable<(int Status, ITypeSymbol? Body)> LostBy(DeclaredResponses declared, PossibleResults results)
    {
        foreach (var response in declared.Items.Where(response => response.Origin == ResponseOrigin.Convention)) yield return (response.Status ?? int.MaxValue, response.Body);
        // A 200 that is never given was assumed for want of a better.
        if (declared.Items.Any(response => response.Origin == ResponseOrigin.Convention) || (results.AllSeen && !results.Statuses.Contains(200))) yield break;
        if (declared.Items.FirstOrDefault(response => response.Origin == ResponseOrigin.Assumed) is { } assumed) yield return (200, assumed.Body);
        else if (declared.Items.Count == 0) yield return (200, null);
    }

    private static string BodyOf(PossibleResults results, int status, Endpoint endpoint, SemanticModel model)
    {
        var same = results.Items.Where(result => result.Status == status).ToList();
        if (same.Count == 0) return "";
        if (same.TrueForAll(result => Name(result.Place) == "ValidationProblem" || result.Body?.Name == "ModelStateDictionary")) return Validation;
        if (same.TrueForAll(result => Name(result.Place) == "Problem")) return Problem;
        return same[0].Body is { } body && same.TrueForAll(result => SymbolEqualityComparer.Default.Equals(result.Body, body)) ? NameOf(body, endpoint, model) : "";
    }

    private static string? Name(SyntaxNode place) => place is InvocationExpressionSyntax { Expression: var called }
        ? ((called is MemberAccessExpressionSyntax access ? access.Name : called) as SimpleNameSyntax)?.Identifier.ValueText : null;

    // A type that has no name there, or that an attribute could not name, is left out.
    private static string NameOf(ITypeSymbol body, Endpoint endpoint, SemanticModel model)
    {
        if (ResultStatus.IsResult(body) || !IsNamed(body) || !model.IsAccessible(endpoint.Declaration.SpanStart, body)) return "";
        return body.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(model, endpoint.Declaration.SpanStart);
    }

    private static bool IsNamed(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsNamed(array.ElementType),
        INamedTypeSymbol named => named is { IsAnonymousType: false, IsTupleType: false, TypeKind: not TypeKind.Error, SpecialType: not SpecialType.System_Object } && named.TypeArguments.All(IsNamed),
        _ => false,
    };
}
