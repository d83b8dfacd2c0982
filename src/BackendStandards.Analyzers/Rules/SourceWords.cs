using System.Collections.Immutable;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules;

/// <summary>Says in the user's words where a value enters: <c>the query string's 'name'</c>, <c>the parameter 'id' of GET /orders/{id}</c>.</summary>
internal sealed class SourceWords(EndpointModel endpoints, CancellationToken cancellation)
{
    private const int LongestText = 60;

    public static string Capitalized(string words) => words.Length == 0 || words[0] == '\'' ? words : char.ToUpperInvariant(words[0]) + words.Substring(1);

    public string Describe(IOperation? source)
    {
        switch (source)
        {
            case null: return "an expression";
            case IParameterReferenceOperation { Parameter: var parameter }: return $"the parameter '{parameter.Name}'{Of(parameter)}";
            case IPropertyReferenceOperation { Property: { ContainingType.Name: var type } property } reference:
                return OfRequest(type, property.Name, KeyOf(source, reference.Arguments)) ?? External(type) ?? Written(source.Syntax);
            case IInvocationOperation { TargetMethod: { ContainingType.Name: var type } method } call:
                return OfRequest(type, method.Name, KeyOf(source, call.Arguments)) ?? Environment(method, call) ?? External(type) ?? Written(source.Syntax);
            // paths.Select(path => …): what it runs over.
            case IFlowAnonymousFunctionOperation or IAnonymousFunctionOperation or IDelegateCreationOperation
                when source.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Expression: { } over } }:
                return Written(over);
            default: return Written(source.Syntax);
        }
    }

    /// <summary>The constant that picks one value: <c>Request.Query["name"]</c>.</summary>
    private static string? KeyOf(IOperation source, ImmutableArray<IArgumentOperation> arguments)
    {
        if (!arguments.IsEmpty) return arguments[0].Value.ConstantValue is { HasValue: true, Value: string text } ? $" '{text}'" : null;
        return source.Syntax.Parent is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } element && element.Expression == source.Syntax
            && keys[0].Expression is LiteralExpressionSyntax { Token.Value: string written } ? $" '{written}'" : null;
    }

    private static string? OfRequest(string type, string member, string? key)
    {
        var holder = (type, member) switch
        {
            ("IQueryCollection", _) or ("HttpRequest" or "HttpRequestBase", "Query" or "QueryString") => "the query string",
            ("IFormCollection", _) or ("HttpRequest" or "HttpRequestBase", "Form" or "ReadFormAsync") => "the form",
            ("IHeaderDictionary", _) or ("HttpRequest" or "HttpRequestBase", "Headers") => "the header",
            ("IRequestCookieCollection", _) or ("HttpRequest" or "HttpRequestBase", "Cookies") => "the cookie",
            ("RouteValueDictionary", _) or ("HttpRequest", "RouteValues") => "the route value",
            ("IFormFile", _) or ("HttpPostedFile", _) => "the uploaded file",
            ("HttpRequest", "Body" or "BodyReader") or ("HttpRequest" or "HttpRequestBase", "InputStream") => "the request's body",
            ("HttpRequest" or "HttpRequestBase", _) when key is not null => "the request",
            _ => null,
        };
        if (holder is null) return null;
        return (holder, key) switch
        {
            ("the query string" or "the form" or "the request", not null) => $"{holder}'s{key}",
            ("the header" or "the cookie" or "the route value", null) => holder == "the header" && type == "IHeaderDictionary" && member is not ("Item" or "this[]") ? $"the header '{member}'" : $"a {holder.Substring(4)}",
            ("the uploaded file", _) => $"the uploaded file's '{member}'",
            (_, null) => holder,
            _ => holder + key,
        };
    }

    private static string? Environment(IMethodSymbol method, IInvocationOperation call) =>
        method.Name != "GetEnvironmentVariable" ? null : call.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string name } ? $"the environment variable '{name}'" : "an environment variable";

    private static string? External(string type) => type switch
    {
        "Console" => "what the console reads",
        "File" or "StreamReader" or "TextReader" => "what a file holds",
        "HttpContent" or "HttpResponseMessage" or "HttpClient" => "what a server answered",
        "DataRow" or "IDataRecord" => "a database value",
        _ when type.EndsWith("DataReader", StringComparison.Ordinal) => "a database value",
        _ => null,
    };

    private static string Written(SyntaxNode source)
    {
        var text = source.ToString();
        return text.Length is 0 or > LongestText || text.Contains('"') || text.Contains('\n') ? "an expression" : $"'{text}'";
    }

    /// <summary>The endpoint that a parameter belongs to; nothing where it belongs to none or to several.</summary>
    private string Of(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || method.DeclaringSyntaxReferences.FirstOrDefault() is not { SyntaxTree: var tree }) return "";
        var handled = endpoints.Concerning(tree, cancellation).Where(endpoint => SymbolEqualityComparer.Default.Equals(endpoint.Handler?.OriginalDefinition, method.OriginalDefinition)).Take(2).ToList();
        if (handled.Count != 1)
            handled = endpoints.Concerning(tree, cancellation).Where(endpoint => endpoint.Handler?.DeclaringSyntaxReferences.FirstOrDefault() is { } declared && declared.SyntaxTree == tree
                && declared.Span == method.DeclaringSyntaxReferences[0].Span).Take(2).ToList();
        if (handled.Count != 1) return method.MethodKind == MethodKind.Ordinary ? $" of '{method.Name}'" : "";
        return $" of {handled[0].Describe(cancellation)}";
    }
}
