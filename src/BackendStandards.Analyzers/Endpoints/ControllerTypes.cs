using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Which types are controllers and which of their methods are actions, by the framework's own rules.</summary>
internal static class ControllerTypes
{
    private static readonly string[] ViewCalls = ["View", "PartialView", "ViewComponent"];

    /// <summary>Whether the framework takes a type for a controller. Nested, generic and internal classes are none.</summary>
    public static bool IsController(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, DeclaredAccessibility: Accessibility.Public, IsGenericType: false, IsStatic: false, ContainingType: null }
        && !HasAttribute(type, "NonControllerAttribute")
        && (type.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) || HasAttribute(type, "ControllerAttribute"));

    /// <summary>Whether a controller has the behaviour of <c>[ApiController]</c>, from the assembly if not of its own.</summary>
    public static bool IsApi(INamedTypeSymbol controller) =>
        Symbols.InheritedAttributes(controller).Any(attribute => Symbols.Implements(attribute.AttributeClass, "IApiBehaviorMetadata"))
        || controller.ContainingAssembly.GetAttributes().Any(attribute => Symbols.Implements(attribute.AttributeClass, "IApiBehaviorMetadata"));

    /// <summary>The actions of a controller, inherited ones included, an overridden one once.</summary>
    public static IEnumerable<IMethodSymbol> ActionsOf(INamedTypeSymbol controller)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        for (var type = controller; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (!seen.Add(method)) continue;
                for (var over = method.OverriddenMethod; over is not null; over = over.OverriddenMethod) seen.Add(over);
                if (IsAction(method)) yield return method;
            }
    }

    /// <summary>Whether an action answers with a view: the controller serves pages, not an API.</summary>
    public static bool ReturnsViews(INamedTypeSymbol controller, CodeBase code, CancellationToken cancellation)
    {
        if (ActionsOf(controller).Any(action => IsViewResult(action.ReturnType))) return true;
        foreach (var declaration in controller.DeclaringSyntaxReferences)
        {
            var index = TreeIndex.Of(declaration.SyntaxTree, cancellation);
            foreach (var name in ViewCalls)
                foreach (var call in index.CallsOf(name, declaration.SyntaxTree.GetRoot(cancellation)))
                    if (declaration.Span.Contains(call.Span) && code.BodyAround(call, cancellation)?.At(call) is IInvocationOperation { TargetMethod: var method } && IsViewResult(method.ReturnType))
                        return true;
        }
        return false;
    }

    private static bool IsViewResult(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments }) type = arguments[0];
        return Symbols.Derives(type, "ViewResult") || Symbols.Derives(type, "PartialViewResult") || Symbols.Derives(type, "ViewComponentResult");
    }

    private static bool IsAction(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public }
        && !HasAttribute(method, "NonActionAttribute")
        && !OverridesObject(method)
        && !AspNet.IsKnown(method)
        && !(method is { Name: "Dispose", Parameters.Length: 0 } && method.ContainingType.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_IDisposable));

    private static bool OverridesObject(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } over) method = over;
        return method.ContainingType.SpecialType == SpecialType.System_Object;
    }

    private static bool HasAttribute(ISymbol symbol, string name) => Symbols.InheritedAttributes(symbol).Any(attribute => Symbols.Derives(attribute.AttributeClass, name));
}
