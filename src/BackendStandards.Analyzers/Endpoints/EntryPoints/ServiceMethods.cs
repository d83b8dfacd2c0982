using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Endpoints.EntryPoints;

/// <summary>The methods of hubs and gRPC services that clients call.</summary>
internal static class ServiceMethods
{
    /// <summary>Whether a type is a hub of SignalR.</summary>
    public static bool IsHub(ITypeSymbol type) => Symbols.Derives(type, "Hub");

    /// <summary>What clients can call of a hub: its public methods and those of bases up to the framework's class.</summary>
    public static IEnumerable<IMethodSymbol> OfHub(INamedTypeSymbol hub)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        for (var type = hub; type is not null && !AspNet.IsKnown(type); type = type.BaseType)
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (!seen.Add(method)) continue;
                var first = method;
                for (; first.OverriddenMethod is { } over; first = over) seen.Add(over);
                if (method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public } && !AspNet.IsKnown(first)
                    && first.ContainingType.SpecialType != SpecialType.System_Object && !(method.Name == "Dispose" && method.Parameters.IsEmpty))
                    yield return method;
            }
    }

    /// <summary>The name by which clients call a method of a hub.</summary>
    public static string NameOf(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass is { Name: "HubMethodNameAttribute" })?.ConstructorArguments.FirstOrDefault().Value as string ?? method.Name;

    /// <summary>The methods of a gRPC service's definition, each as the service implements it.</summary>
    public static IEnumerable<IMethodSymbol> OfGrpc(INamedTypeSymbol service)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var type = service; type is not null and not { SpecialType: SpecialType.System_Object }; type = type.BaseType)
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
                if (method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && (method.IsOverride || method.IsVirtual) && TakesServerCall(method) && seen.Add(method.Name))
                    yield return method;
    }

    /// <summary>Whether a type implements a gRPC service.</summary>
    public static bool IsGrpc(INamedTypeSymbol type) => DefinitionOf(type) is not null && !type.IsAbstract;

    /// <summary>The name of a gRPC service, as in its route; null where the generated code is not seen.</summary>
    public static string? NameOf(INamedTypeSymbol service, CancellationToken cancellation)
    {
        var container = DefinitionOf(service)?.ContainingType;
        foreach (var field in container?.GetMembers("__ServiceName").OfType<IFieldSymbol>() ?? [])
        {
            if (field.ConstantValue is string constant) return constant;
            foreach (var reference in field.DeclaringSyntaxReferences)
                if (reference.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: string text } })
                    return text;
        }
        return null;
    }

    /// <summary>The parameters of a method that clients fill.</summary>
    public static IEnumerable<IParameterSymbol> Sent(IMethodSymbol method) => method.Parameters.Where(parameter =>
        parameter.Type.Name is not ("CancellationToken" or "ServerCallContext" or "IServerStreamWriter" or "ClaimsPrincipal" or "HttpContext")
        && BindingAttributes.Explicit(parameter) is not { Source: BindingSource.Services }
        && !parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ServiceAttribute" or "ParentAttribute" or "GlobalStateAttribute" or "ScopedServiceAttribute"));

    // The generated base class.
    private static INamedTypeSymbol? DefinitionOf(INamedTypeSymbol service)
    {
        for (var type = service; type is not null; type = type.BaseType)
            if (type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "BindServiceMethodAttribute" } known && Libraries.RootOf(known) == "Grpc"))
                return type;
        return null;
    }

    private static bool TakesServerCall(IMethodSymbol method) => method.Parameters.Any(parameter => Libraries.Is(parameter.Type, "Grpc", "ServerCallContext"));
}
