using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>Which symbols are ASP.NET Core's own, and how its calls are shaped.</summary>
internal static class AspNet
{
    private static readonly char[] PathSeparators = ['/', '\\'];

    private static readonly HashSet<string> BuilderInterfaces =
        new(StringComparer.Ordinal) { "IEndpointRouteBuilder", "IEndpointConventionBuilder", "IApplicationBuilder", "IVersionedEndpointRouteBuilder" };

    /// <summary>Whether a symbol belongs to the framework or to a library whose conventions are known.</summary>
    public static bool IsKnown(ISymbol? symbol)
    {
        if (symbol is null || InSource(symbol)) return false;
        var space = symbol.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space?.Name is "Microsoft" or "Asp" or "System" or "Scalar" or "Swashbuckle" or "NSwag" or "Carter" or "FastEndpoints" or "HotChocolate" or "GraphQL" or "Grpc";
    }

    /// <summary>Whether a tree is one that the response envelope consists of: what it does to endpoints and controllers is known, and decides nothing.</summary>
    public static bool IsEnvelope(SyntaxTree tree)
    {
        var name = tree.FilePath.Substring(tree.FilePath.LastIndexOfAny(PathSeparators) + 1);
        return name.StartsWith("BackendStandards.", StringComparison.Ordinal) && name.EndsWith(".g.cs", StringComparison.Ordinal);
    }

    /// <summary>Whether a compilation can map an endpoint at all.</summary>
    public static bool IsReferenced(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    /// <summary>Whether a symbol is declared in the compilation under analysis.</summary>
    public static bool InSource(ISymbol symbol) => symbol.OriginalDefinition.DeclaringSyntaxReferences.Length > 0;

    /// <summary>Whether a type is one that endpoints are mapped on or conventions applied to.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsBuilder),
        INamedTypeSymbol named => IsBuilderInterface(named) || named.AllInterfaces.Any(IsBuilderInterface),
        _ => false,
    };

    /// <summary>Whether a call hands its receiver back: <c>TBuilder M&lt;TBuilder&gt;(this TBuilder, …)</c>, or the same type in and out.</summary>
    public static bool ReturnsReceiver(IInvocationOperation call)
    {
        if (ReceiverOf(call) is not { } receiver || call.TargetMethod.ReturnsVoid) return false;
        var definition = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (definition.IsExtensionMethod && Same(definition.Parameters[0].Type, definition.ReturnType)) return true;
        if (!definition.IsStatic && Same(definition.ContainingType, definition.ReturnType)) return true;
        return Same(Values.Unwrap(receiver).Type, call.Type) && IsBuilder(call.Type);
    }

    /// <summary>Whether a method is a member of a C# 14 <c>extension(T x) { … }</c> block: its receiver is an instance of a type without a name.</summary>
    public static bool InExtensionBlock(IMethodSymbol method) =>
        method is { IsStatic: false, ContainingType: { Name: "", ContainingType: not null, IsAnonymousType: false } };

    /// <summary>What a call is made on: its instance, or the first argument of an extension method.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);

    /// <summary>The builder that a call is made on, also where an extension method is written as a static one.</summary>
    public static IOperation? BuilderOf(IInvocationOperation call) =>
        ReceiverOf(call) ?? call.Arguments.FirstOrDefault(argument => IsBuilder(argument.Value.Type))?.Value;

    /// <summary>The argument for a parameter, by name: ordinals shift where a library declares an extension block.</summary>
    public static IOperation? Argument(IInvocationOperation call, string name) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    /// <summary>Whether two symbols are the same.</summary>
    public static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static bool IsBuilderInterface(INamedTypeSymbol type) => BuilderInterfaces.Contains(type.Name) && IsKnown(type);
}
