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
    private static readonly Func<TreeIndex, SyntaxNode, IReadOnlyList<(InvocationExpressionSyntax Call, string? Wrapper)>> FrameworkCalls = FindFrameworkCalls;

    private MappingNames(ImmutableHashSet<string> wrappers, ILookup<string, (InvocationExpressionSyntax Call, string? Qualifier)> handlers) =>
        (Wrappers, Handlers) = (wrappers, handlers);

    /// <summary>The names of the application's own mapping methods.</summary>
    public ImmutableHashSet<string> Wrappers { get; }

    /// <summary>The mapping calls that name a method as an argument, by that name; with the name before it, as in <c>Orders.Create</c>.</summary>
    public ILookup<string, (InvocationExpressionSyntax Call, string? Qualifier)> Handlers { get; }

    public static MappingNames Of(CodeBase code, CancellationToken cancellation)
    {
        var wrappers = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var calls = new List<InvocationExpressionSyntax>();
        foreach (var tree in code.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (call, wrapper) in TreeIndex.Of(tree, cancellation).Derived(tree, FrameworkCalls, cancellation))
            {
                calls.Add(call);
                if (wrapper is not null) wrappers.Add(wrapper);
            }
        }
        var own = wrappers.ToImmutable();
        foreach (var tree in code.Compilation.SyntaxTrees) calls.AddRange(CallsIn(tree, own, cancellation));
        return new(own, calls.SelectMany(NamedHandlers).ToLookup(found => found.Name, found => (found.Call, found.Qualifier), StringComparer.Ordinal));
    }

    /// <summary>The names of the framework's calls that map an endpoint or make a group.</summary>
    public static IReadOnlyList<string> AllNames { get; } = [.. MapNames.Terminals.Keys.OrderBy(name => name, StringComparer.Ordinal), "MapGroup", "NewVersionedApi"];

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

    /// <summary>The mapping calls of a tree, each with the name of the method around it where that looks like a mapping method of the application.</summary>
    private static IReadOnlyList<(InvocationExpressionSyntax Call, string? Wrapper)> FindFrameworkCalls(TreeIndex index, SyntaxNode root) =>
        AllNames.Any(index.Mentions) ? [.. CallsIn(index, root, AllNames).Select(call => (call, WrapperAround(call)))] : [];

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

    private static IEnumerable<(string Name, InvocationExpressionSyntax Call, string? Qualifier)> NamedHandlers(InvocationExpressionSyntax call)
    {
        foreach (var argument in call.ArgumentList.Arguments)
            switch (argument.Expression)
            {
                case IdentifierNameSyntax name: yield return (name.Identifier.ValueText, call, null); break;
                case MemberAccessExpressionSyntax { Expression: var owner, Name: var member }:
                    yield return (member.Identifier.ValueText, call, (owner as SimpleNameSyntax ?? (owner as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText);
                    break;
            }
    }
}
