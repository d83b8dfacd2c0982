using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Endpoints.FastEndpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Every HTTP endpoint of one compilation, found for one document at a time.</summary>
internal sealed class EndpointModel
{
    private static readonly Func<TreeIndex, SyntaxNode, ILookup<string, MethodDeclarationSyntax>> MethodsOf = static (_, root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>()
        .ToLookup(method => method.Identifier.ValueText, StringComparer.Ordinal);

    private readonly BuilderMemo _memo;
    private readonly MinimalEndpoints _minimal;
    private readonly ControllerEndpoints _controllers;
    private readonly FastClasses _fast;
    private readonly Fact<MappingNames> _names;
    private readonly ConcurrentDictionary<SyntaxNode, IReadOnlyList<Endpoint>> _byGroup = new();
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<Endpoint>> _byTree = new();

    public EndpointModel(CodeBase code)
    {
        Hosting = new HostingModel(code);
        _memo = new BuilderMemo(code);
        var types = new BindingTypes(Hosting);
        var facts = new EndpointFacts(code, Hosting);
        _minimal = new MinimalEndpoints(_memo, new MinimalBinding(types), facts);
        _controllers = new ControllerEndpoints(_memo, new ControllerMappings(_memo, Hosting), new ControllerBinding(types), facts);
        _fast = new FastClasses(_memo, Hosting, facts);
        EntryPoints = new EntryPointModel(code, Hosting, _minimal);
        _names = new(cancellation => MappingNames.Of(code, cancellation));
    }

    /// <summary>What the application configures.</summary>
    public HostingModel Hosting { get; }

    /// <summary>What the outside reaches by another way than an HTTP handler: hub methods, gRPC, GraphQL fields, messages, jobs.</summary>
    public EntryPointModel EntryPoints { get; }

    /// <summary>The sources that the model reads.</summary>
    public CodeBase Code => _memo.Code;

    /// <summary>The endpoints whose author wrote them in a document.</summary>
    public IEnumerable<Endpoint> DeclaredIn(SyntaxTree tree, CancellationToken cancellation) =>
        Concerning(tree, cancellation).Where(endpoint => endpoint.Declaration.SyntaxTree == tree);

    /// <summary>
    /// The endpoints that a document has anything to do with: declared in it, handled by a method in it, or with a piece of their route written in it.
    /// An edit of the document recomputes these and no others.
    /// </summary>
    public IReadOnlyList<Endpoint> Concerning(SyntaxTree tree, CancellationToken cancellation) =>
        _byTree.TryGetValue(tree, out var known) ? known : _byTree.GetOrAdd(tree, FindConcerning(tree, cancellation));

    private IReadOnlyList<Endpoint> FindConcerning(SyntaxTree tree, CancellationToken cancellation)
    {
        var names = _names.Get(cancellation);
        var found = new List<Endpoint>();
        foreach (var call in MappingNames.CallsIn(tree, MappingNames.AllNames.Concat(names.Wrappers), cancellation))
            found.AddRange(MadeBy(call, cancellation));
        foreach (var controller in ControllersIn(tree, cancellation)) found.AddRange(_controllers.Of(controller, cancellation));
        if (_fast.Exist) found.AddRange(FastClassesIn(tree, cancellation).SelectMany(type => _fast.Of(type, cancellation)));
        found.AddRange(HandledIn(tree, names, cancellation));
        return [.. found.Distinct().OrderBy(endpoint => endpoint.Declaration.SyntaxTree == tree ? 0 : 1).ThenBy(endpoint => endpoint.Declaration.SpanStart)];
    }

    /// <summary>All endpoints. For questions about the whole application only.</summary>
    public IReadOnlyList<Endpoint> All(CancellationToken cancellation) =>
        [.. Code.Compilation.SyntaxTrees.SelectMany(tree => Concerning(tree, cancellation)).Distinct()];

    /// <summary>The endpoints of a controller.</summary>
    public IReadOnlyList<Endpoint> OfController(INamedTypeSymbol controller, CancellationToken cancellation) => _controllers.Of(controller, cancellation);

    /// <summary>The endpoints that share a piece of their route, as written, with one of them.</summary>
    public IEnumerable<Endpoint> Sharing(RoutePart part, Endpoint endpoint, CancellationToken cancellation)
    {
        IEnumerable<Endpoint> candidates = endpoint.Controller is { } controller
            ? part.Source is { } written && !IsInside(written, controller) ? ControllersIn(written.SyntaxTree, cancellation).Append(controller).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).SelectMany(one => _controllers.Of(one, cancellation)) : _controllers.Of(controller, cancellation)
            : endpoint.MappedOn?.Outward().FirstOrDefault(builder => builder.Made is not null && builder.Prefix?.Source == part.Source)?.Made is { } group
                ? OnGroup(group, cancellation) : [endpoint];
        return candidates.Where(candidate => candidate.RouteParts(cancellation).Any(other => other.Source == part.Source));
    }

    private static bool IsInside(SyntaxNode node, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == node.SyntaxTree && declaration.Span.Contains(node.Span));

    private IEnumerable<Endpoint> MadeBy(InvocationExpressionSyntax syntax, CancellationToken cancellation)
    {
        if (Code.BodyAround(syntax, cancellation)?.At(syntax) is not IInvocationOperation call) return [];
        if (MinimalEndpoints.IsTerminal(call)) return _minimal.Of(call, cancellation);
        if (AspNet.IsKnown(call.TargetMethod)) return MapNames.IsGroup(call.TargetMethod.Name) ? OnGroup(call, cancellation) : [];
        return AspNet.InSource(call.TargetMethod) ? Through(call, cancellation) : [];
    }

    // Forward from a group: only what is mapped on it, wherever that stands.
    private IReadOnlyList<Endpoint> OnGroup(IInvocationOperation group, CancellationToken cancellation) =>
        _byGroup.TryGetValue(group.Syntax, out var known) ? known : _byGroup.GetOrAdd(group.Syntax, FindOnGroup(group, cancellation));

    private List<Endpoint> FindOnGroup(IInvocationOperation group, CancellationToken cancellation)
    {
        var reader = new BuilderReader(_memo, cancellation);
        var found = new List<Endpoint>();
        var seen = new HashSet<(SyntaxNode, Context)>();
        var work = new Queue<BuilderUse>(reader.Contexts.Of(group).Select(context => new BuilderUse(group, context)));
        while (work.Count > 0)
        {
            var (call, context) = work.Dequeue();
            if (!seen.Add((call.Syntax, context))) continue;
            foreach (var use in reader.Trace(call, context).Uses)
                if (MapNames.IsGroup(use.Call.TargetMethod.Name)) work.Enqueue(use);
                else if (MinimalEndpoints.IsTerminal(use.Call))
                    found.AddRange(_minimal.Of(use.Call, cancellation).Where(endpoint => endpoint.MappedOn!.Outward().Any(builder => builder.Made?.Syntax == group.Syntax)));
        }
        return found;
    }

    // The endpoints that a mapping method of the application makes when it is called here.
    private IEnumerable<Endpoint> Through(IInvocationOperation call, CancellationToken cancellation)
    {
        if (Code.BodyOf(call.TargetMethod, cancellation) is not { } body) return [];
        return body.Root.Descendants().OfType<IInvocationOperation>()
            .SelectMany(inner => MinimalEndpoints.IsTerminal(inner) ? _minimal.Of(inner, cancellation)
                : AspNet.IsKnown(inner.TargetMethod) && MapNames.IsGroup(inner.TargetMethod.Name) ? OnGroup(inner, cancellation) : [])
            .Where(endpoint => endpoint.Context.Entered(call.Syntax) || endpoint.MappedOn?.Outward().Any(builder => builder.Context.Entered(call.Syntax)) == true);
    }

    private IEnumerable<Endpoint> HandledIn(SyntaxTree tree, MappingNames names, CancellationToken cancellation)
    {
        foreach (var declarations in TreeIndex.Of(tree, cancellation).Derived(tree, MethodsOf, cancellation))
            foreach (var (call, name) in names.HandlersNamed(declarations.Key, cancellation))
                if (call.SyntaxTree != tree && declarations.Any(declaration => Code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is { } method && Code.MayMean(name, method, cancellation)))
                    foreach (var endpoint in MadeBy(call, cancellation))
                        if (endpoint.Handler?.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == tree) == true)
                            yield return endpoint;
    }

    // The controllers declared in a document, and for a class that is none itself but carries a route, those that take it over.
    private IEnumerable<INamedTypeSymbol> ControllersIn(SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var declaration in tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<ClassDeclarationSyntax>())
        {
            if (!MayMatter(declaration) || Code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is not { } type) continue;
            if (ControllerTypes.IsController(type)) yield return type;
            else if (declaration.AttributeLists.Count > 0 && type.GetAttributes().Any(RouteAttributes.IsRoute))
                foreach (var derived in ControllersFrom(type, cancellation))
                    yield return derived;
        }
    }

    private IEnumerable<INamedTypeSymbol> FastClassesIn(SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<ClassDeclarationSyntax>()
            .Where(declaration => declaration.BaseList is not null).Select(declaration => Code.Model(tree).GetDeclaredSymbol(declaration, cancellation)).OfType<INamedTypeSymbol>().Where(FastClasses.Is);

    // A controller has the suffix, or an attribute of its own or of a base class.
    private static bool MayMatter(ClassDeclarationSyntax declaration) =>
        declaration.AttributeLists.Count > 0 || declaration.BaseList is not null || declaration.Identifier.ValueText.EndsWith("Controller", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<INamedTypeSymbol> ControllersFrom(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var tree in Code.TreesWith(type.Name, cancellation))
            foreach (var declaration in tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<ClassDeclarationSyntax>())
            {
                if (declaration.BaseList is null || Code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is not { } derived || !Symbols.IsOrDerives(derived.BaseType, type)) continue;
                if (ControllerTypes.IsController(derived)) yield return derived;
            }
    }
}
