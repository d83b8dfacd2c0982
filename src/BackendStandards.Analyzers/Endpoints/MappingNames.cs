using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>
/// By spelling alone, in one sweep over the trees that map anything: the application's own mapping methods (those that contain a mapping call and take
/// a handler or a pattern), and the methods whose names are given to a mapping call.
/// </summary>
internal sealed class MappingNames
{
    private static readonly Func<TreeIndex, SyntaxNode, TreeMappings> MappingsOf = FindMappings;

    private readonly CodeBase _code;
    private readonly ImmutableArray<TreeMappings> _mappings;

    private MappingNames(CodeBase code, ImmutableArray<string> wrappers, ImmutableArray<TreeMappings> mappings) =>
        (_code, Wrappers, _mappings) = (code, wrappers, mappings);

    /// <summary>The names of the application's own mapping methods, each once, in their order.</summary>
    public ImmutableArray<string> Wrappers { get; }

    /// <summary>The arguments of mapping calls that name a method: <c>Create</c>, <c>Orders.Create</c>.</summary>
    public IEnumerable<(InvocationExpressionSyntax Call, SimpleNameSyntax Name)> HandlersNamed(string method, CancellationToken cancellation)
    {
        foreach (var mapping in _mappings)
            foreach (var handler in mapping.Handlers[method])
                yield return handler;
        foreach (var wrapper in Wrappers)
            foreach (var tree in _code.TreesWith(wrapper, cancellation))
                if (TreeIndex.Of(tree, cancellation).Mentions(method))
                    foreach (var handler in CallsIn(tree, [wrapper], cancellation).SelectMany(NamedHandlers))
                        if (handler.Name.Identifier.ValueText == method) yield return handler;
    }

    public static MappingNames Of(CodeBase code, CancellationToken cancellation)
    {
        var wrappers = new SortedSet<string>(StringComparer.Ordinal);
        var mappings = ImmutableArray.CreateBuilder<TreeMappings>();
        foreach (var (tree, index) in code.Indexes(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var mapping = index.Derived(tree, MappingsOf, cancellation);
            if (mapping == TreeMappings.None) continue;
            mappings.Add(mapping);
            wrappers.UnionWith(mapping.Wrappers);
        }
        return new(code, wrappers.ToImmutableArray(), mappings.ToImmutable());
    }

    /// <summary>The names of the framework's calls that map an endpoint or make a group.</summary>
    public static IReadOnlyList<string> AllNames { get; } = [.. MapNames.Terminals.Keys.Concat(MapNames.OfLibraries).OrderBy(name => name, StringComparer.Ordinal), "MapGroup", "NewVersionedApi"];

    /// <summary>The calls of a tree by names. A generic <c>Map&lt;T&gt;</c> is never the framework's.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxTree tree, IEnumerable<string> names, CancellationToken cancellation) =>
        CallsIn(TreeIndex.Of(tree, cancellation), tree.GetRoot(cancellation), names);

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(TreeIndex index, SyntaxNode root, IEnumerable<string> names)
    {
        foreach (var name in names)
            if (index.Mentions(name))
                foreach (var call in index.CallsOf(name, root))
                    if (name != "Map" || (call.ArgumentList.Arguments.Count >= 2 && call.Expression is not MemberAccessExpressionSyntax { Name: GenericNameSyntax }))
                        yield return call;
    }

    private static TreeMappings FindMappings(TreeIndex index, SyntaxNode root)
    {
        if (!AllNames.Any(index.Mentions)) return TreeMappings.None;
        var calls = CallsIn(index, root, AllNames).ToList();
        return calls.Count == 0 ? TreeMappings.None : new TreeMappings(
            [.. calls.Select(WrapperAround).OfType<string>().Distinct(StringComparer.Ordinal)],
            calls.SelectMany(NamedHandlers).ToLookup(found => found.Name.Identifier.ValueText, StringComparer.Ordinal));
    }

    private static string? WrapperAround(InvocationExpressionSyntax call) => call.FirstAncestorOrSelf<SyntaxNode>(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax) switch
    {
        MethodDeclarationSyntax method when TakesHandlerOrText(method) => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local when TakesHandlerOrText(local) => local.Identifier.ValueText,
        _ => null,
    };

    private static bool TakesHandlerOrText(SyntaxNode method)
    {
        var parameters = method is MethodDeclarationSyntax declared ? declared.ParameterList : ((LocalFunctionStatementSyntax)method).ParameterList;
        return parameters.Parameters.Any(parameter => parameter.Type switch
        {
            PredefinedTypeSyntax predefined => predefined.Keyword.ValueText == "string",
            SimpleNameSyntax simple => simple.Identifier.ValueText is "Delegate" or "RequestDelegate" or "Func" or "Action" or "RoutePattern",
            _ => false,
        });
    }

    private static IEnumerable<(InvocationExpressionSyntax Call, SimpleNameSyntax Name)> NamedHandlers(InvocationExpressionSyntax call)
    {
        foreach (var argument in call.ArgumentList.Arguments)
            switch (argument.Expression)
            {
                case IdentifierNameSyntax name: yield return (call, name); break;
                case MemberAccessExpressionSyntax { Name: var member }: yield return (call, member); break;
            }
    }

    /// <summary>What one tree maps by the framework's calls, told by its spelling.</summary>
    private sealed record TreeMappings(IReadOnlyList<string> Wrappers, ILookup<string, (InvocationExpressionSyntax Call, SimpleNameSyntax Name)> Handlers)
    {
        public static TreeMappings None { get; } = new([], Array.Empty<(InvocationExpressionSyntax, SimpleNameSyntax)>().ToLookup(static _ => ""));
    }
}
