using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Secrets;

/// <summary>Finds the expression by which code at a place can read configuration: an <c>IConfiguration</c>, or a builder or application that has one.</summary>
internal static class ConfigurationInScope
{
    private const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration";
    private const string Section = "Microsoft.Extensions.Configuration.IConfigurationSection";

    /// <summary>The expression, such as <c>builder.Configuration</c>; null where there is none.</summary>
    public static string? Find(SyntaxNode place, SemanticModel model)
    {
        if (model.Compilation.GetTypeByMetadataName(Configuration) is not { } configuration) return null;
        var section = model.Compilation.GetTypeByMetadataName(Section);
        var found = model.LookupSymbols(place.SpanStart).Where(symbol => IsUsable(symbol, place, model))
            .Select(symbol => (Symbol: symbol, Type: TypeOf(symbol)))
            .Where(candidate => candidate.Type?.NullableAnnotation != NullableAnnotation.Annotated || IsInferred(candidate.Symbol))
            .OrderBy(candidate => candidate.Symbol is ILocalSymbol or IParameterSymbol ? 0 : 1).ThenBy(candidate => candidate.Symbol.Name, StringComparer.Ordinal).ToList();
        foreach (var (symbol, type) in found)
            // A section's keys are relative.
            if (Is(type, configuration) && !Is(type, section))
                return Escaped(symbol.Name);
        foreach (var (symbol, type) in found)
            if (type is not null && Members(type).OfType<IPropertySymbol>().Any(property => property is { Name: "Configuration", IsStatic: false, DeclaredAccessibility: Accessibility.Public } && Is(property.Type, configuration)))
                return $"{Escaped(symbol.Name)}.Configuration";
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

    private static IEnumerable<ISymbol> Members(ITypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            foreach (var member in up.GetMembers("Configuration"))
                yield return member;
        foreach (var each in type.AllInterfaces)
            foreach (var member in each.GetMembers("Configuration"))
                yield return member;
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
