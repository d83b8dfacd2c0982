using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Parameters that a framework fills from what a client sends: of actions, page handlers, hub methods and services of gRPC.</summary>
internal static class RequestParameters
{
    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal) { "ControllerBase", "Controller", "ApiController", "PageModel", "Hub" };

    private static readonly HashSet<string> FromElsewhere = new(StringComparer.Ordinal) { "FromServicesAttribute", "FromKeyedServicesAttribute" };

    // By the last word of their names: what dependency injection hands out, and what the framework gives beside the request's data.
    private static readonly string[] Services =
        ["Service", "Services", "Repository", "Context", "Client", "Factory", "Logger", "Provider", "Manager", "Store", "Mediator", "Sender", "Handler", "Options", "Generator", "Connection", "Configuration", "Environment", "Principal", "Token"];

    /// <summary>Whether the framework binds the parameter of a method that it calls.</summary>
    public static bool IsBound(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, ContainingType: { } type } method && MayBeBound(parameter)
        && ((IsHost(type) && !HasAttribute(method, "NonActionAttribute")) || IsRemoteService(method));

    /// <summary>Whether a parameter of a handler can come from the request, by its type and attributes.</summary>
    public static bool MayBeBound(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
            if (attribute.AttributeClass is { Name: var name } && (FromElsewhere.Contains(name) || name.StartsWith("FromKeyed", StringComparison.Ordinal))) return false;
            else if (attribute.AttributeClass is { Name: var source } && source.StartsWith("From", StringComparison.Ordinal)) return true;
        var type = parameter.Type;
        if (type is IArrayTypeSymbol || type.SpecialType != SpecialType.None) return true;
        if (type.Name is "HttpContext" or "HttpResponse") return false;
        // A sequence of values, a file, the request itself.
        if (type.TypeKind == TypeKind.Interface) return type.Name is "IFormFile" or "IFormFileCollection" or "IFormCollection" or "IEnumerable" or "IList" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" or "IDictionary";
        return !type.IsAbstract && !Services.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)) && !Symbols.Derives(type, "DbContext");
    }

    private static bool IsHost(INamedTypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if ((Hosts.Contains(up.Name) && !AspNet.InSource(up)) || HasAttribute(up, "ApiControllerAttribute") || HasAttribute(up, "ControllerAttribute")) return true;
        return type.Name.EndsWith("Controller", StringComparison.Ordinal);
    }

    /// <summary>A method of a gRPC service: its base has the service's attribute, or it overrides a generated one with a call context.</summary>
    private static bool IsRemoteService(IMethodSymbol method) => method is { IsOverride: true, Parameters.Length: >= 2 } && method.Parameters[method.Parameters.Length - 1].Type.Name == "ServerCallContext";

    private static bool HasAttribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass?.Name == name) return true;
        return false;
    }
}
