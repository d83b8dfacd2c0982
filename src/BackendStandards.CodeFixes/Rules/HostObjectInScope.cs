using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules;

/// <summary>Finds the expression by which code at a place has an object of the host at hand: a variable or member of its type, or a builder or application with a property of it.</summary>
internal static class HostObjectInScope
{
    /// <summary>
    /// The expression, such as <c>builder.Configuration</c>; null where there is none. <paramref name="wanted"/> is the type, <paramref name="unwanted"/>
    /// one of its kind that will not do, and <paramref name="properties"/> the names under which others have it.
    /// </summary>
    public static string? Find(SyntaxNode place, SemanticModel model, string wanted, string? unwanted, params string[] properties)
    {
        if (model.Compilation.GetTypeByMetadataName(wanted) is not { } type) return null;
        var other = unwanted is null ? null : model.Compilation.GetTypeByMetadataName(unwanted);
        var found = model.LookupSymbols(place.SpanStart).Where(symbol => IsUsable(symbol, place, model))
            .Select(symbol => (Symbol: symbol, Type: TypeOf(symbol)))
            .Where(candidate => candidate.Type?.NullableAnnotation != NullableAnnotation.Annotated || IsInferred(candidate.Symbol))
            .OrderBy(candidate => candidate.Symbol is ILocalSymbol or IParameterSymbol ? 0 : 1).ThenBy(candidate => candidate.Symbol.Name, StringComparer.Ordinal).ToList();
        foreach (var (symbol, own) in found)
            if (Is(own, type) && !Is(own, other))
                return Escaped(symbol.Name);
        foreach (var (symbol, own) in found)
            if (own is not null)
                foreach (var name in properties)
                    if (Members(own, name).OfType<IPropertySymbol>().Any(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && Is(property.Type, type)))
                        return $"{Escaped(symbol.Name)}.{name}";
        return null;
    }

    private static bool IsUsable(ISymbol symbol, SyntaxNode place, SemanticModel model)
    {
        switch (symbol)
        {
            case ILocalSymbol local:
                return IsDeclaredBefore(local, place) && IsReachable(local, place);
            case IParameterSymbol { RefKind: RefKind.None } parameter:
                return IsReachable(parameter, place) && !IsInDefaultValue(place) && (IsOwnPrimaryParameter(parameter, place) || !IsPrimaryParameter(parameter));
            case IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol { IsIndexer: false, GetMethod: not null }:
                return symbol.IsStatic || HasInstance(place, model);
            default:
                return false;
        }
    }

    // A local is in scope in its whole block, also where it has no value yet; one of the top-level statements also in the types below them, where it cannot be used.
    private static bool IsDeclaredBefore(ILocalSymbol local, SyntaxNode place) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
        && declaration.Span.End <= place.SpanStart && MemberAround(declaration) == MemberAround(place) && declaration is VariableDeclaratorSyntax { Initializer: not null } or ForEachStatementSyntax;

    // The type of a var is always annotated.
    private static bool IsInferred(ISymbol symbol) =>
        symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().Parent is VariableDeclarationSyntax { Type.IsVar: true });

    // A static lambda or local function captures nothing from outside of it.
    private static bool IsReachable(ISymbol symbol, SyntaxNode place)
    {
        foreach (var function in place.Ancestors().Where(IsStaticFunction))
            if (symbol.DeclaringSyntaxReferences.All(reference => !function.Span.Contains(reference.Span))) return false;
        return true;
    }

    private static bool IsStaticFunction(SyntaxNode node) => node switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private static bool IsPrimaryParameter(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    // The parameter of a primary constructor serves initializers and instance members of its own type.
    private static bool IsOwnPrimaryParameter(IParameterSymbol parameter, SyntaxNode place) =>
        IsPrimaryParameter(parameter) && place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type and not StructDeclarationSyntax
        && parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() == type)
        && MemberAround(place) is { } member && !IsStatic(member)
        && member is not ConstructorDeclarationSyntax;

    private static bool HasInstance(SyntaxNode place, SemanticModel model)
    {
        if (place.Ancestors().Any(IsStaticFunction) || IsInDefaultValue(place)) return false;
        // An initializer runs before there is an instance, and so do the arguments for another constructor.
        if (place.FirstAncestorOrSelf<ConstructorInitializerSyntax>() is not null || place.FirstAncestorOrSelf<PrimaryConstructorBaseTypeSyntax>() is not null) return false;
        return MemberAround(place) is { } member and not FieldDeclarationSyntax && !IsStatic(member)
            && !(member is PropertyDeclarationSyntax { Initializer: { } initializer } && initializer.Span.Contains(place.Span))
            && model.GetEnclosingSymbol(place.SpanStart)?.ContainingType is { TypeKind: TypeKind.Class };
    }

    private static bool IsInDefaultValue(SyntaxNode place) => place.FirstAncestorOrSelf<EqualsValueClauseSyntax>(clause => clause.Parent is ParameterSyntax) is not null;

    private static MemberDeclarationSyntax? MemberAround(SyntaxNode place) => place.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(member => member is not GlobalStatementSyntax);

    private static bool IsStatic(MemberDeclarationSyntax member) => member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.ConstKeyword));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool Is(ITypeSymbol? type, ITypeSymbol? wanted) =>
        type is not null && wanted is not null && (SymbolEqualityComparer.Default.Equals(type, wanted) || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default));

    private static IEnumerable<ISymbol> Members(ITypeSymbol type, string name)
    {
        for (var up = type; up is not null; up = up.BaseType)
            foreach (var member in up.GetMembers(name))
                yield return member;
        foreach (var each in type.AllInterfaces)
            foreach (var member in each.GetMembers(name))
                yield return member;
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
