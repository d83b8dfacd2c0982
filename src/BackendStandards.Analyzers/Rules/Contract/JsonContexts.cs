using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>The contexts that an application gives to the serializer, and the types that they describe without reflection.</summary>
internal sealed class JsonContexts
{
    private static readonly string[] Registrations = ["TypeInfoResolverChain", "TypeInfoResolver", "AddContext"];

    // Where the serializer's options are handed on, a method that is not seen may add to them.
    private static readonly string[] Options = ["ConfigureHttpJsonOptions", "SerializerOptions"];

    private readonly JsonTypes _types;

    private JsonContexts(bool isKnown, INamedTypeSymbol? first, JsonTypes types) => (IsKnown, First, _types) = (isKnown, first, types);

    /// <summary>Whether all resolvers are seen, and each of them is a context of the compilation.</summary>
    public bool IsKnown { get; }

    /// <summary>The context that is registered first; null where there is none.</summary>
    public INamedTypeSymbol? First { get; }

    /// <summary>Whether a type can be written as itself.</summary>
    public bool Knows(ITypeSymbol type) => _types.Contains(type);

    /// <summary>Whether a value of a class may be written: as itself, as what it derives from or implements, or as a derived type that it may be at run time.</summary>
    public bool MayWrite(ITypeSymbol type) => _types.Contains(type) || type.AllInterfaces.Any(_types.Contains) || BasesOf(type).Any(_types.Contains) || _types.Any(one => BasesOf(one).Any(up => AspNet.Same(up, type)));

    /// <summary>Reads the start-up code.</summary>
    public static JsonContexts Of(EndpointModel model, CancellationToken cancellation)
    {
        var code = model.Code;
        var found = new List<INamedTypeSymbol>();
        var isKnown = !model.Hosting.MayHoldMore(HostSide.Services, cancellation);
        foreach (var node in NodesOf(Registrations, code, cancellation)) isKnown &= IsRegistrationRead(node, code.Model(node.SyntaxTree), found, cancellation);
        foreach (var node in NodesOf(Options, code, cancellation)) isKnown &= !IsHandedOn(node, code.Model(node.SyntaxTree), cancellation);
        var types = new JsonTypes();
        foreach (var context in found) types.AddContext(context);
        return new(isKnown, found.FirstOrDefault(), types);
    }

    private static IEnumerable<SyntaxNode> NodesOf(string[] names, CodeBase code, CancellationToken cancellation) =>
        names.SelectMany(name => code.WrittenTreesWith(name, cancellation).SelectMany(tree => TreeIndex.Of(tree, cancellation).NodesOf(name, tree.GetRoot(cancellation))));

    private static bool IsRegistrationRead(SyntaxNode name, SemanticModel model, List<INamedTypeSymbol> found, CancellationToken cancellation)
    {
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments }) return Add(model.GetTypeInfo(arguments[0], cancellation).Type, found);
        var whole = name.AncestorsAndSelf().TakeWhile(static up => up is not (StatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or InitializerExpressionSyntax or ArrowExpressionClauseSyntax)).Last();
        // The chain itself, given away.
        if (name is IdentifierNameSyntax { Identifier.ValueText: "TypeInfoResolverChain" } && name.AncestorsAndSelf().TakeWhile(up => up != whole).Any(static up => up.Parent is ArgumentSyntax)) return false;
        return whole.DescendantNodesAndSelf(static node => node is not AnonymousFunctionExpressionSyntax).OfType<ExpressionSyntax>().All(part => IsRead(part, name, model, found, cancellation));
    }

    private static bool IsRead(ExpressionSyntax part, SyntaxNode name, SemanticModel model, List<INamedTypeSymbol> found, CancellationToken cancellation)
    {
        if (part == name || (part is IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } && access.Name == part)) return true;
        // Also before the generator of the context has run, when Default is not there.
        if (part is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Default", Expression: var of } && model.GetSymbolInfo(of, cancellation).Symbol is ITypeSymbol type && Symbols.Derives(type, "JsonSerializerContext")) return Add(type, found);
        if (model.GetSymbolInfo(part, cancellation).Symbol is ITypeSymbol || model.GetTypeInfo(part, cancellation).Type is not { } value || !IsResolver(value)) return true;
        return part switch
        {
            BaseObjectCreationExpressionSyntax => Add(value, found),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TypeInfoResolver" } => true,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" } } or AssignmentExpressionSyntax or ParenthesizedExpressionSyntax => true,
            _ => false,
        };
    }

    private static bool Add(ITypeSymbol? type, List<INamedTypeSymbol> found)
    {
        if (type is not INamedTypeSymbol context || !AspNet.InSource(context) || !Symbols.Derives(context, "JsonSerializerContext")) return false;
        if (!found.Exists(other => AspNet.Same(other, context))) found.Add(context);
        return true;
    }

    private static bool IsHandedOn(SyntaxNode name, SemanticModel model, CancellationToken cancellation)
    {
        var inside = name.FirstAncestorOrSelf<InvocationExpressionSyntax>(static call => call.Parent is not MemberAccessExpressionSyntax);
        return inside is not null && inside.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .Any(call => model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method && !AspNet.InSource(method) && !AspNet.IsKnown(method));
    }

    private static bool IsResolver(ITypeSymbol? type) => type is not null && (type.Name == "IJsonTypeInfoResolver" || type.AllInterfaces.Any(static one => one.Name == "IJsonTypeInfoResolver"));

    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var up = type.BaseType; up is { SpecialType: SpecialType.None }; up = up.BaseType) yield return up;
    }
}
