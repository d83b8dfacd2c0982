using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// What conventions of the API explorer say of an action: <c>[ApiConventionMethod]</c> names a method that lends its attributes, <c>[ApiConventionType]</c> on
/// the controller, else on the assembly, the type whose methods are tried by name and parameters, as the framework does.
/// </summary>
internal static class ApiConventions
{
    private const int Exact = 1, Prefix = 2, Suffix = 3;

    /// <summary>The attributes of the convention that applies, none where there is none; null where a convention cannot be read.</summary>
    public static ImmutableArray<AttributeData>? Of(INamedTypeSymbol controller, IMethodSymbol action, Compilation compilation)
    {
        if (!ControllerTypes.IsApi(controller)) return ImmutableArray<AttributeData>.Empty;
        if (Symbols.InheritedAttributes(action).FirstOrDefault(attribute => Is(attribute, "ApiConventionMethodAttribute")) is { } method)
            return method.ConstructorArguments is { Length: 2 } named && named[0].Value is INamedTypeSymbol { TypeKind: not TypeKind.Error } type && named[1].Value is string name
                && type.GetMembers(name).OfType<IMethodSymbol>().ToList() is { Count: 1 } found ? found[0].GetAttributes() : null;
        var types = Symbols.InheritedAttributes(controller).Where(IsType).ToList();
        if (types.Count == 0) types = [.. controller.ContainingAssembly.GetAttributes().Where(IsType)];
        foreach (var attribute in types)
        {
            if (attribute.ConstructorArguments is not { Length: 1 } given || given[0].Value is not INamedTypeSymbol { TypeKind: not TypeKind.Error } convention) return null;
            if (convention.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(one => one is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary } && Matches(action, one, compilation)) is { } match)
                return match.GetAttributes();
        }
        return ImmutableArray<AttributeData>.Empty;
    }

    private static bool IsType(AttributeData attribute) => Is(attribute, "ApiConventionTypeAttribute");

    private static bool Is(AttributeData attribute, string name) => attribute.AttributeClass?.Name == name && AspNet.IsKnown(attribute.AttributeClass);

    private static bool Matches(IMethodSymbol action, IMethodSymbol convention, Compilation compilation)
    {
        if (!NameMatches(action.Name, convention.Name, BehaviorOf(convention, "ApiConventionNameMatchAttribute") ?? Exact)) return false;
        for (var i = 0; i < convention.Parameters.Length; i++)
        {
            var wanted = convention.Parameters[i];
            if (wanted.IsParams) return true;
            if (action.Parameters.Length <= i) return false;
            var given = action.Parameters[i];
            if (!TypeMatches(given.Type, wanted, compilation) || !NameMatches(given.Name, wanted.Name, BehaviorOf(wanted, "ApiConventionNameMatchAttribute") ?? Exact)) return false;
        }
        return action.Parameters.Length == convention.Parameters.Length;
    }

    private static int? BehaviorOf(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(one => Is(one, attribute))?.ConstructorArguments is { Length: 1 } given ? given[0].Value as int? : null;

    // Any is 0 in both; assignable is the default.
    private static bool TypeMatches(ITypeSymbol given, IParameterSymbol wanted, Compilation compilation) =>
        BehaviorOf(wanted, "ApiConventionTypeMatchAttribute") == 0
        || compilation.ClassifyConversion(given, wanted.Type) is { IsIdentity: true } or { IsReference: true, IsImplicit: true } or { IsBoxing: true };

    private static bool NameMatches(string name, string wanted, int behavior) => behavior switch
    {
        Exact => name == wanted,
        // GetById begins with Get, Getaway does not.
        Prefix => name.StartsWith(wanted, StringComparison.Ordinal) && (name.Length == wanted.Length || char.IsUpper(name[wanted.Length])),
        // productId ends with id, grid does not.
        Suffix => name == wanted || (name.Length > wanted.Length && char.IsLower(name[name.Length - wanted.Length - 1]) && name[name.Length - wanted.Length] == char.ToUpperInvariant(wanted[0])
            && string.CompareOrdinal(name, name.Length - wanted.Length + 1, wanted, 1, wanted.Length - 1) == 0),
        _ => true,
    };
}
