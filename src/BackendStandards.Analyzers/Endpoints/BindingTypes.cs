using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>How a type is bound where no attribute says so.</summary>
internal sealed class BindingTypes(HostingModel hosting)
{
    private static readonly HashSet<string> Services = new(StringComparer.Ordinal)
        { "DbContext", "UserManager", "SignInManager", "RoleManager", "LinkGenerator", "HttpClient", "TimeProvider" };

    /// <summary>Whether the framework hands the value over itself.</summary>
    public static bool IsSpecial(ITypeSymbol type) => type.Name is "HttpContext" or "HttpRequest" or "HttpResponse" or "ClaimsPrincipal" or "CancellationToken" && AspNet.IsKnown(type);

    /// <summary>Whether it is an uploaded file or the raw form.</summary>
    public static bool IsForm(ITypeSymbol type) => type.Name is "IFormFile" or "IFormFileCollection" or "IFormCollection" && AspNet.IsKnown(type);

    /// <summary>Whether a value is read from one piece of text.</summary>
    public static bool IsParsable(ITypeSymbol type)
    {
        type = Symbols.WithoutNullable(type);
        return type.SpecialType is SpecialType.System_String or SpecialType.System_DateTime or (>= SpecialType.System_Boolean and <= SpecialType.System_Double)
            || type.TypeKind == TypeKind.Enum || (type.Name == "Uri" && AspNet.IsKnown(type)) || HasTryParse(type);
    }

    /// <summary>Whether a type binds itself: <c>BindAsync(HttpContext, …)</c>.</summary>
    public static bool HasBindAsync(ITypeSymbol type) =>
        HasStatic(type, "BindAsync", static method => method.Parameters[0].Type.Name == "HttpContext") || type.AllInterfaces.Any(one => one.Name == "IBindableFromHttpContext");

    /// <summary>Whether a value comes from the container: registered here, or nothing that a body could become.</summary>
    public bool IsService(ITypeSymbol type, CancellationToken cancellation)
    {
        if (hosting.IsRegistered(type, cancellation)) return true;
        if (type.SpecialType == SpecialType.System_Object) return false;
        if (type.TypeKind == TypeKind.Interface) return !IsCollectionInterface(type);
        if (type.IsAbstract && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "JsonDerivedTypeAttribute" or "JsonPolymorphicAttribute")) return true;
        for (var at = type; at is not null; at = at.BaseType)
            if (Services.Contains(at.Name) && AspNet.IsKnown(at))
                return true;
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && IsBuiltFromServices(named);
    }

    private static bool IsCollectionInterface(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable);

    // A class whose every constructor asks for services cannot come from JSON.
    private static bool IsBuiltFromServices(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        return constructors.Count > 0 && constructors.TrueForAll(constructor => constructor.Parameters.Any(parameter =>
            (parameter.Type.TypeKind == TypeKind.Interface && !IsCollectionInterface(parameter.Type)) || parameter.Type.Name == "RequestDelegate" || Symbols.Derives(parameter.Type, "DbContext")));
    }

    private static bool HasTryParse(ITypeSymbol type) => HasStatic(type, "TryParse", static method =>
        method.Parameters[0].Type.SpecialType == SpecialType.System_String && method.ReturnType.SpecialType == SpecialType.System_Boolean);

    private static bool HasStatic(ITypeSymbol type, string name, Func<IMethodSymbol, bool> fits)
    {
        for (var at = type; at is not null and not { SpecialType: SpecialType.System_Object }; at = at.BaseType)
            if (at.GetMembers(name).Any(member => member is IMethodSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public, Parameters.Length: > 0 } method && fits(method)))
                return true;
        return false;
    }
}
